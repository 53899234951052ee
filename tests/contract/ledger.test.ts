import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { describe, expect, test } from 'vitest';
import { freshName, memoryWitness, must, openRig } from '../support/vault-rig.ts';

// Runs on fake-indexeddb and, in a real Chromium, on both of its IndexedDB engines.

const day = '2026-11-23' as LocalDay;

const entry = (id: string, text: string, over: readonly string[] = []): Edit => ({
  kind: 'journalEntry',
  row: { id },
  set: { day },
  texts: { body: { text, over } },
});

const win = (id: string, type = 'onTime'): Edit => ({ kind: 'win', row: { id }, set: { day, of: type } });

describe('a ledger', () => {
  test('gives back what was committed, also after it was closed and opened again', async () => {
    const name = freshName();
    const witness = memoryWitness();
    const ledger = await openRig({ name, witness });
    const { revision, ids } = must(await ledger.commit([entry('a', 'Home by half past six.')]));
    expect({ revision, ids }).toEqual({ revision: 1, ids: ['a'] });
    ledger.close();

    const again = await openRig({ name, witness });
    const row = must(await again.get('a'));
    expect(row?.fields['body']).toMatchObject({ text: 'Home by half past six.', conflict: false });
    expect(must(await again.revision())).toBe(1);
    again.close();
  });

  test('finds records by kind, day, month and owner, and nothing else', async () => {
    const ledger = await openRig();
    must(
      await ledger.commit([
        win('a'),
        win('b', 'present'),
        { kind: 'win', row: { id: 'c' }, set: { day: '2026-12-01', of: 'onTime' } },
      ]),
    );
    const ids = async (where?: Parameters<typeof ledger.list>[1]) =>
      must(await ledger.list('win', where))
        .map(({ id }) => id)
        .sort();
    expect(await ids()).toEqual(['a', 'b', 'c']);
    expect(await ids({ day })).toEqual(['a', 'b']);
    expect(await ids({ month: '2026-12' })).toEqual(['c']);
    expect(await ids({ of: 'onTime' })).toEqual(['a', 'c']);
    expect(must(await ledger.list('outcome'))).toEqual([]);
    expect(must(await ledger.count('win', { month: '2026-11' }))).toBe(2);
    ledger.close();
  });

  test('moves a record to its new day in the index', async () => {
    const ledger = await openRig();
    must(await ledger.commit([win('a')]));
    must(await ledger.commit([{ kind: 'win', row: { id: 'a' }, set: { day: '2026-11-20' } }]));
    expect(must(await ledger.list('win', { day }))).toEqual([]);
    expect(must(await ledger.list('win', { day: '2026-11-20' as LocalDay })).length).toBe(1);
    ledger.close();
  });

  test('hides a deleted record, and brings it back when the deletion is undone', async () => {
    const ledger = await openRig();
    must(await ledger.commit([win('a')]));
    must(await ledger.commit([{ kind: 'win', row: { id: 'a' }, set: { deleted: true } }]));
    expect(must(await ledger.list('win'))).toEqual([]);
    must(await ledger.commit([{ kind: 'win', row: { id: 'a' }, set: { deleted: false } }]));
    expect(must(await ledger.list('win')).map(({ fields }) => fields['of'])).toEqual(['onTime']);
    ledger.close();
  });

  test('has one record per name, whoever writes it', async () => {
    const shared = { name: freshName(), witness: memoryWitness() };
    const [one, two] = [await openRig(shared), await openRig(shared)];
    const named = (result: string): Edit => ({
      kind: 'outcome',
      row: { name: 'p|2026-11-23' },
      set: { day, of: 'p', result },
    });
    must(await one.commit([named('partly')]));
    must(await two.commit([named('kept')]));
    const outcomes = must(await one.list('outcome', { of: 'p' }));
    expect(outcomes.map(({ fields }) => fields['result'])).toEqual(['kept']);
    one.close();
    two.close();
  });

  test('loses nothing when three contexts make a hundred edits each at the same time', async () => {
    const shared = { name: freshName(), witness: memoryWitness() };
    const contexts = [await openRig(shared), await openRig(shared), await openRig(shared)];
    await Promise.all(
      contexts.map(async (ledger, context) => {
        for (let edit = 0; edit < 100; edit++) {
          must(
            await ledger.commit([
              { kind: 'journalEntry', row: { id: 'same' }, set: { day, [`tag:${context}-${edit}`]: true } },
            ]),
          );
        }
      }),
    );
    const fresh = await openRig(shared);
    const row = must(await fresh.get('same'));
    expect(Object.keys(row?.fields ?? {}).filter((field) => field.startsWith('tag:'))).toHaveLength(300);
    expect(must(await fresh.revision())).toBe(300);
    for (const ledger of [...contexts, fresh]) ledger.close();
  }, 60_000);

  test('keeps both texts when two tabs save over the same version', async () => {
    const shared = { name: freshName(), witness: memoryWitness() };
    const [one, two] = [await openRig(shared), await openRig(shared)];
    must(await one.commit([entry('a', 'The first version.')]));
    const seen = must(await two.get('a'))?.fields['body'] as unknown as { heads: string[] };
    must(await one.commit([entry('a', 'What one tab says.', seen.heads)]));
    must(await two.commit([entry('a', 'What the other says.', seen.heads)]));
    const body = must(await one.get('a'))?.fields['body'] as unknown as {
      text: string;
      heads: string[];
      conflict: boolean;
    };
    expect(body.conflict).toBe(true);
    expect(body.text).toContain('What one tab says.');
    expect(body.text).toContain('What the other says.');

    must(await one.commit([entry('a', 'Both, joined.', body.heads)]));
    expect(must(await two.get('a'))?.fields['body']).toMatchObject({ text: 'Both, joined.', conflict: false });
    one.close();
    two.close();
  });

  test('keeps drafts sealed under their names, the newest first, and drops one with the entry it became', async () => {
    const ledger = await openRig();
    must(await ledger.saveDraft('entry:new', { text: 'half a sen' }));
    must(await ledger.saveDraft('entry:new', { text: 'half a sentence' }));
    must(await ledger.saveDraft('entry:b', { text: 'another' }));
    expect(must(await ledger.drafts()).map(({ key, fields }) => [key, fields['text']])).toContainEqual([
      'entry:new',
      'half a sentence',
    ]);
    must(await ledger.commit([entry('a', 'half a sentence, finished')], { draft: 'entry:new' }));
    expect(must(await ledger.drafts()).map(({ key }) => key)).toEqual(['entry:b']);
    must(await ledger.dropDraft('entry:b'));
    expect(must(await ledger.drafts())).toEqual([]);
    ledger.close();
  });

  test('tells the other contexts that something changed', async () => {
    const shared = { name: freshName(), witness: memoryWitness() };
    const [one, two] = [await openRig(shared), await openRig(shared)];
    const heard = new Promise<void>((done) => void two.onChange(done));
    must(await one.commit([win('a')]));
    await heard;
    expect(must(await two.list('win')).length).toBe(1);
    one.close();
    two.close();
  });
});
