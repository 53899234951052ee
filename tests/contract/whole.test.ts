import { takeBack } from '@core/exchange/plan.ts';
import type { Edit } from '@core/kernel/record.ts';
import { slicesOf } from '@core/store/slices.ts';
import { expect, test } from 'vitest';
import { must } from '../support/must.ts';
import { back, monday, promised, wrote } from '../support/records.ts';
import { openRig } from '../support/vault-rig.ts';

/** A great act is told by several links of the chain, in one transaction. */
const links = slicesOf(Array.from({ length: 10_000 })).length;

const many = (count: number): Edit[] =>
  Array.from({ length: count }, (_, index) => wrote(`e${index}`, `Entry ${index}.`, back(index % 3650))).flat();

test('ten thousand records come in with one act, and go with one', { timeout: 120_000 }, async () => {
  const ledger = await openRig();
  must(await ledger.commit(promised('mine', 'Mine.')));
  const edits = many(10_000);
  const { revision, ids } = must(await ledger.commit(edits));
  expect(revision).toBe(1 + links);
  const whole = must(await ledger.whole());
  const { rows, damaged } = must(await whole.rows());
  expect([rows.length, damaged]).toEqual([10_001, 0]);
  must(await ledger.commit(takeBack(edits, ids)));
  expect(must(await whole.rows()).rows.map(({ id }) => id)).toEqual(['mine']);
  expect(must(await ledger.revision())).toBe(1 + 2 * links);
  ledger.close();
});

test('the whole says of each row whether it is free, here, deleted, or something else', async () => {
  const ledger = await openRig();
  must(await ledger.commit([...wrote('here', 'A.', monday), ...wrote('gone', 'B.', monday)]));
  must(await ledger.commit([{ kind: 'journalEntry', row: { id: 'gone' }, set: { deleted: true } }]));
  const named = { kind: 'win', row: { name: 'told|x|2026-11-23' } };
  const [id = ''] = must(await ledger.commit([{ ...named, set: { day: monday } }])).ids;
  const { find } = must(await ledger.whole());
  const entry = (name: string) => ({ kind: 'journalEntry', row: { id: name } });
  const spots = must(await find([entry('here'), entry('gone'), entry('free'), entry(id), named]));
  expect(spots).toEqual([
    { id: 'here', state: 'here' },
    { id: 'gone', state: 'deleted' },
    { id: 'free', state: 'free' },
    { id, state: 'taken' },
    { id, state: 'here' },
  ]);
  ledger.close();
});
