import { answerEdits } from '@core/domain/answer.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import { addDays } from '@core/kernel/local-day.ts';
import { ok } from '@core/kernel/result.ts';
import type { Stamp } from '@core/merge/hlc.ts';
import type { StampedRow } from '@core/merge/stamped-row.ts';
import { linkHash } from '@core/store/chain.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { digestOf, openRow } from '@core/store/row-box.ts';
import { expect, test } from 'vitest';
import { actOn, answered, back, monday, promised, won, wrote } from '../../support/records.ts';
import { freshName, memoryWitness, must, openRig } from '../../support/vault-rig.ts';

const stampAt = (wall: number, node = 'elsewher'): Stamp =>
  `${wall.toString(36).padStart(9, '0')}.0000.${node}` as Stamp;
const before = Date.parse('2026-11-20T08:00:00Z');

const winRow = (id: string, more: Partial<{ note: string; at: number; deleted: boolean }> = {}): StampedRow => {
  const { note = 'from elsewhere', at = before, deleted = false } = more;
  const fields = {
    of: 'followedThrough',
    value: 'followThrough',
    day: monday,
    note,
    zone: 'UTC',
    offset: 0,
    at,
    deleted,
  };
  return {
    id,
    kind: 'win',
    fields,
    stamps: Object.fromEntries(Object.keys(fields).map((name) => [name, stampAt(at)])),
  };
};

/** All rows of a ledger as they merge, with the secret behind its derived ids. */
async function allRows(ledger: Ledger): Promise<{ rows: StampedRow[]; naming: string }> {
  return must(
    await ledger.withVault(async (vault) => {
      const sealed = must(await vault.connection.use((db) => db.getAll('rows')));
      const rows = await Promise.all(sealed.map((row) => openRow(vault.keys, row)));
      return ok({ rows: rows.filter((row) => row !== undefined), naming: vault.naming });
    }),
  );
}

async function chainHolds(ledger: Ledger): Promise<number> {
  return must(
    await ledger.withVault(async ({ connection }) => {
      const links = must(await connection.use((db) => db.getAll('chain')));
      let prev = '';
      const digests = new Map<string, string>();
      for (const [index, link] of links.entries()) {
        expect([link.seq, link.prev]).toEqual([index + 1, prev]);
        expect(await linkHash(link)).toBe(link.hash);
        for (const [id, digest] of link.rows) digests.set(id, digest);
        prev = link.hash;
      }
      const head = must(await connection.use((db) => db.get('meta', 'head')));
      expect(head).toEqual({ seq: links.length, hash: prev });
      const rows = must(await connection.use((db) => db.getAll('rows')));
      expect(rows).toHaveLength(digests.size);
      for (const row of rows) expect(await digestOf(row)).toBe(digests.get(row.id));
      return ok(links.length);
    }),
  );
}

test('rows from elsewhere become one action: one link, all waiting to be sent, today folded in', async () => {
  const there = await openRig();
  must(await there.commit(promised('p1', 'Call my mother')));
  must(await there.commit(answered('p1', monday, 'kept')));
  const here = await openRig();
  must(await here.commit(won('w1', 'followedThrough', monday)));
  const { rows, naming } = await allRows(there);
  expect(must(await here.takeIn(rows, { naming }))).toEqual({ revision: 2, changed: 3 });
  expect(await chainHolds(here)).toBe(2);
  expect(must(await here.today()).commitments.map(({ text }) => text)).toEqual(['Call my mother']);
  expect(Object.values(must(await here.today()).answers)).toEqual(['kept']);
  const waiting = await here.withVault(({ connection }) => connection.use((db) => db.getAll('outbox')));
  expect(must(waiting).map(({ seq }) => seq)).toEqual(expect.arrayContaining([1, 2, 2, 2]));
});

test('taking in the same rows again changes nothing and is no action', async () => {
  const ledger = await openRig();
  const rows = [winRow('w1'), winRow('w2')];
  expect(must(await ledger.takeIn(rows))).toEqual({ revision: 1, changed: 2 });
  expect(must(await ledger.takeIn(rows))).toEqual({ revision: 1, changed: 0 });
  expect(must(await ledger.takeIn([]))).toEqual({ revision: 1, changed: 0 });
  expect(must(await ledger.revision())).toBe(1);
});

test('what is older does not replace what is newer, and of one row only the newer fields are written', async () => {
  const ledger = await openRig();
  must(await ledger.commit(won('w1', 'followedThrough', monday, 'mine, and newer')));
  must(await ledger.takeIn([winRow('w1', { note: 'older' }), winRow('w2')]));
  expect(must(await ledger.get('w1'))?.fields['note']).toBe('mine, and newer');
  expect(must(await ledger.get('w2'))?.fields['note']).toBe('from elsewhere');
});

test('an edit after a row from the future is newer than it, and the clock does not follow an impossible one', async () => {
  const ledger = await openRig();
  const nextYear = Date.parse('2027-11-23T08:00:00Z');
  must(await ledger.takeIn([winRow('w1', { note: 'from the future', at: nextYear })]));
  must(await ledger.commit(won('w1', 'followedThrough', monday, 'corrected')));
  must(await ledger.commit(won('w2', 'followedThrough', monday, 'another')));
  const { rows } = await allRows(ledger);
  const stampOf = (id: string) => String(rows.find((row) => row.id === id)?.stamps['note']);
  expect(must(await ledger.get('w1'))?.fields['note']).toBe('corrected');
  expect(stampOf('w1') > stampAt(nextYear)).toBe(true);
  expect(stampOf('w2') < stampAt(nextYear)).toBe(true);
});

test('a deleted row stays deleted unless it is asked to come back', async () => {
  const ledger = await openRig();
  must(await ledger.takeIn([winRow('w1'), winRow('w2')]));
  must(await ledger.commit([{ kind: 'win', row: { id: 'w1' }, set: { deleted: true } }]));
  must(await ledger.commit([{ kind: 'win', row: { id: 'w2' }, set: { deleted: true } }]));
  must(await ledger.takeIn([winRow('w1'), winRow('w2')], { revive: new Set(['w2']) }));
  expect(must(await ledger.get('w1'))?.fields['deleted']).toBe(true);
  expect(must(await ledger.get('w2'))?.fields['deleted']).toBe(false);
});

test('an answer from another vault is the same record as the one given here', async () => {
  const [one, other] = [await openRig(), await openRig()];
  for (const ledger of [one, other]) {
    must(await ledger.commit(promised('p1', 'Call my mother')));
    must(
      await ledger.commit(
        answerEdits({ commitment: { id: 'p1' }, day: monday, result: 'changedWithNotice' }, actOn(monday)),
      ),
    );
    must(await ledger.commit([settingsEdit({ eveningHour: 18 })]));
  }
  const outcome = must(await one.list('outcome'))[0];
  must(await one.commit([{ kind: 'celebration', row: { id: 'c1' }, set: { of: outcome?.id ?? '', day: monday } }]));
  const { rows, naming } = await allRows(one);
  must(await other.takeIn(rows, { naming }));
  for (const kind of ['outcome', 'win', 'settings']) expect(must(await other.list(kind)), kind).toHaveLength(1);
  const there = must(await other.list('outcome'))[0];
  expect(there?.id).not.toBe(outcome?.id);
  expect(must(await other.get('c1'))?.fields['of']).toBe(there?.id);
  expect(must(await other.takeIn(rows, { naming })).changed).toBe(0);
});

test('an empty vault takes over the names of the first rows, in tabs that are already open as well', async () => {
  const there = await openRig();
  must(
    await there.commit([
      ...promised('p1', 'Call my mother'),
      { kind: 'later', row: { name: 'n' }, set: { text: 'unknown here' } },
    ]),
  );
  const { rows, naming } = await allRows(there);
  const shared = { name: freshName(), witness: memoryWitness() };
  const [tab, otherTab] = [await openRig(shared), await openRig(shared)];
  must(await tab.takeIn(rows, { naming }));
  must(await otherTab.commit([{ kind: 'later', row: { name: 'n' }, set: { text: 'changed' } }]));
  must(await tab.commit([{ kind: 'later', row: { name: 'n' }, set: { more: 1 } }]));
  const later = must(await tab.list('later'));
  expect(later.map(({ fields }) => ({ ...fields }))).toEqual([{ text: 'changed', more: 1 }]);
});

test('a great many rows are one transaction with several links', async () => {
  const ledger = await openRig();
  const sealed: number[] = [];
  const rows = Array.from({ length: 1201 }, (_, index) => winRow(`w${index}`));
  expect(must(await ledger.takeIn(rows, { onSealed: (done) => sealed.push(done) }))).toEqual({
    revision: 3,
    changed: 1201,
  });
  expect(sealed).toEqual([500, 1000, 1201]);
  expect(await chainHolds(ledger)).toBe(3);
  must(await ledger.commit(wrote('e1', 'after it', monday)));
  expect(await chainHolds(ledger)).toBe(4);
});

test('when another tab writes meanwhile nothing of it is lost and nothing is written twice', async () => {
  const shared = { name: freshName(), witness: memoryWitness() };
  const [tab, otherTab] = [await openRig(shared), await openRig(shared)];
  must(await tab.commit(won('w0', 'followedThrough', monday)));
  const rows = Array.from({ length: 600 }, (_, index) => winRow(`w${index + 1}`));
  const both = await Promise.all([
    tab.takeIn(rows),
    ...Array.from({ length: 5 }, (_, index) => otherTab.commit(wrote(`e${index}`, 'meanwhile', monday))),
  ]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await chainHolds(tab)).toBe(1 + 2 + 5);
  expect(must(await tab.list('win'))).toHaveLength(601);
  expect(must(await tab.list('journalEntry'))).toHaveLength(5);
});

test('when the disk is full nothing of it is there', async () => {
  const ledger = await openRig();
  must(await ledger.commit(won('w0', 'followedThrough', monday)));
  const put = IDBObjectStore.prototype.put;
  let left = 700;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
    left -= 1;
    if (left === 0) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, given);
  };
  const refused = await ledger.takeIn(Array.from({ length: 800 }, (_, index) => winRow(`x${index}`)));
  IDBObjectStore.prototype.put = put;
  expect(refused).toEqual({ ok: false, error: { type: 'full' } });
  expect(must(await ledger.list('win'))).toHaveLength(1);
  expect(await chainHolds(ledger)).toBe(1);
});

test('a row here that cannot be read is replaced by the one of a backup, and by no edit', async () => {
  const ledger = await openRig();
  must(await ledger.commit(won('w1', 'followedThrough', monday)));
  await ledger.withVault(async ({ connection }) => {
    const [row] = must(await connection.use((db) => db.getAll('rows')));
    if (row) must(await connection.write((db) => db.put('rows', { ...row, box: row.box.slice(1) })));
    return ok(undefined);
  });
  const edit = must(await ledger.commit(won('w2', 'onTime', monday)));
  expect(edit.ids).toEqual(['w2']);
  expect(await ledger.commit(won('w1', 'onTime', monday))).toEqual({ ok: false, error: { type: 'unreadable' } });
  expect(must(await ledger.takeIn([winRow('w1')])).changed).toBe(1);
  expect(must(await ledger.get('w1'))?.id).toBe('w1');
});

test('days that are past leave today as they leave it when they are lived', async () => {
  const there = await openRig();
  must(await there.commit(promised('p1', 'Every day', { endsOn: addDays(monday, 3) }, back(20))));
  for (const day of [back(20), back(9), back(2)]) must(await there.commit(answered('p1', day, 'kept')));
  const { rows, naming } = await allRows(there);
  const here = await openRig();
  must(await here.takeIn(rows, { naming }));
  expect(must(await here.today())).toEqual(must(await there.today()));
  expect(Object.keys(must(await here.today()).answers)).toHaveLength(1);
});
