import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { linkHash } from '@core/store/chain.ts';
import type { Serialise } from '@core/store/changed.ts';
import { typed } from '@core/store/typed-connection.ts';
import { write } from '@core/store/write.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import { expect, test } from 'vitest';
import { freshName, memoryWitness, must, openRig } from '../../support/vault-rig.ts';

const win = (id: string): Edit => ({ kind: 'win', row: { id }, set: { day: '2026-11-23' as LocalDay, of: 'onTime' } });

const rawDatabase = async (name: string) => typed(must(await openDatabase({ factory: indexedDB, name })));

/** A lock that counts how often it was asked for. */
function countedLock(): { readonly serialise: Serialise; readonly asked: () => number } {
  let asked = 0;
  return {
    serialise: (work) => {
      asked += 1;
      return work();
    },
    asked: () => asked,
  };
}

test('who writes alone asks for no lock', async () => {
  const { serialise, asked } = countedLock();
  const ledger = await openRig({ serialise });
  for (const id of ['a', 'b', 'c']) must(await ledger.commit([win(id)]));
  expect(asked()).toBe(0);
  ledger.close();
});

test('actions of several contexts at once are all there, each once, in one unbroken chain', async () => {
  const shared = { name: freshName(), witness: memoryWitness() };
  const locks = [countedLock(), countedLock(), countedLock()];
  const ledgers = [];
  for (const { serialise } of locks) ledgers.push(await openRig({ ...shared, serialise }));
  const ids = ledgers.map((_, tab) => Array.from({ length: 8 }, (_each, number) => `${tab}.${number}`));
  await Promise.all(
    ledgers.map(async (ledger, tab) => {
      for (const id of ids[tab] ?? []) must(await ledger.commit([win(id)]));
    }),
  );
  const db = await rawDatabase(shared.name);
  const links = await db.getAll('chain');
  expect(links.map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
  let before = '';
  for (const link of links) {
    expect(link.prev).toBe(before);
    expect(await linkHash(link)).toBe(link.hash);
    before = link.hash;
  }
  expect(links.flatMap(({ rows }) => rows.map(([id]) => id)).sort()).toEqual(ids.flat().sort());
  expect(locks.some(({ asked }) => asked() > 0)).toBe(true); // they did meet, and those who lost asked for the lock
  for (const ledger of ledgers) ledger.close();
  db.close();
});

test('what was put before another head was found is taken back, also where it lay over something', async () => {
  const name = freshName();
  const ledger = await openRig({ name });
  must(await ledger.commit([win('a')]));
  const db = await rawDatabase(name);
  const before = await Promise.all([
    db.getAll('rows'),
    db.getAll('outbox'),
    db.getAll('chain'),
    db.get('meta', 'head'),
  ]);
  const row = { id: 'a', schema: 1, marks: [], nonce: new Uint8Array(12), box: new ArrayBuffer(1) };
  const late = write(db, { seq: 0, hash: '' }, (pen) => {
    pen.row(row);
    pen.waiting('a', 9);
    pen.meta('head', { seq: 9, hash: 'late' });
    return undefined;
  });
  expect(await late).toBe('moved');
  const after = await Promise.all([db.getAll('rows'), db.getAll('outbox'), db.getAll('chain'), db.get('meta', 'head')]);
  expect(after).toEqual(before);
  ledger.close();
  db.close();
});
