// A24: somebody who can write to the files changes, swaps and moves what lies there. What was touched is damaged, everything
// else goes on, and nothing is written over what could not be read.

import { systemRandom } from '@core/kernel/random.ts';
import { openLedger } from '@core/store/ledger.ts';
import { type TypedConnection, typedConnection } from '@core/store/typed-connection.ts';
import type { Surroundings } from '@core/store/vault.ts';
import { readToday } from '@core/vault/read-today.ts';
import type { Sealed, SealedRow } from '@core/vault/schema.ts';
import { describe, expect, test } from 'vitest';
import { monday } from '../../support/records.ts';
import { freshName, memoryWitness, must, surroundings } from '../../support/vault-rig.ts';
import { win } from '../lock/rig.ts';

/** A record of three wins and a draft, closed, and a hand on its disk. */
async function stolen(): Promise<{ open(): Surroundings; disk: TypedConnection }> {
  const [name, witness] = [freshName(), memoryWitness()];
  const open = () => surroundings({ name, witness });
  const ledger = must(await openLedger(open()));
  for (const id of ['a', 'b', 'c']) must(await ledger.commit([win(id)]));
  must(await ledger.saveDraft('entry', { body: 'half a line' }));
  ledger.close();
  return { open, disk: typedConnection(open().connection) };
}

const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const flippedBox = (box: ArrayBuffer, at: number): ArrayBuffer => flipped(new Uint8Array(box), at).buffer;

type Rows = Record<'a' | 'b' | 'c', SealedRow>;

const crimes: readonly (readonly [name: string, damaged: readonly string[], commit: (rows: Rows) => SealedRow[]])[] = [
  ['a bit of the box flipped', ['a'], ({ a }) => [{ ...a, box: flippedBox(a.box, 0) }]],
  ['the last bit of the tag flipped', ['a'], ({ a }) => [{ ...a, box: flippedBox(a.box, a.box.byteLength - 1) }]],
  ['a bit of the nonce flipped', ['a'], ({ a }) => [{ ...a, nonce: flipped(a.nonce, 3) }]],
  ['the box cut short', ['a'], ({ a }) => [{ ...a, box: a.box.slice(0, 15) }]],
  ['an empty box', ['a'], ({ a }) => [{ ...a, box: new ArrayBuffer(0) }]],
  [
    'two records swapped',
    ['a', 'b'],
    ({ a, b }) => [
      { ...b, id: 'a' },
      { ...a, id: 'b' },
    ],
  ],
  ['a record moved to another id', ['d'], ({ a }) => [{ ...a, id: 'd' }]],
  ['another version of the packed form', ['a'], ({ a }) => [{ ...a, schema: 2 }]],
  ['one mark too many', ['a'], ({ a }) => [{ ...a, marks: [...a.marks, 'x'] }]],
  ['marks in another order', ['a'], ({ a }) => [{ ...a, marks: [...a.marks].reverse() }]],
];

describe('A24 a stored record with', () => {
  test.each(crimes)('%s is damaged, the rest works', async (_name, damaged, crime) => {
    const { open, disk } = await stolen();
    const rows = Object.fromEntries(
      must(await disk.use((db) => db.getAll('rows'))).map((row) => [row.id, row]),
    ) as Rows;
    for (const row of crime(rows)) must(await disk.write((db) => db.put('rows', row)));
    const ledger = must(await openLedger(open()));
    const listing = must(await ledger.listing('win'));
    expect(listing.damaged).toBe(damaged.length);
    expect(listing.rows.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'].filter((id) => !damaged.includes(id)));
    for (const id of damaged) {
      expect(must(await ledger.get(id))).toBeUndefined();
      expect(await ledger.commit([win(id, 'over it')]), 'never written over').toEqual({
        ok: false,
        error: { type: 'unreadable' },
      });
    }
    must(await ledger.commit([win('c', 'goes on')]));
    ledger.close();
    disk.close();
  });

  test('marks of another kind is not passed off as one of that kind', async () => {
    const { open, disk } = await stolen();
    const ledger = must(await openLedger(open()));
    must(await ledger.commit([{ kind: 'outcome', row: { id: 'o' }, set: { of: 'a', day: monday, result: 'kept' } }]));
    const [a, o] = await Promise.all(['a', 'o'].map(async (id) => must(await disk.use((db) => db.get('rows', id)))));
    if (!a || !o) throw new Error('the records are not there');
    must(await disk.write((db) => db.put('rows', { ...a, marks: o.marks })));
    const listing = must(await ledger.listing('outcome'));
    expect(listing.rows.map(({ id }) => id)).toEqual(['o']);
    expect(listing.damaged).toBe(1);
    ledger.close();
    disk.close();
  });
});

describe('A24 of what lies beside the records,', () => {
  const touch = async (disk: TypedConnection, key: string) => {
    const sealed = must(await disk.use((db) => db.get('meta', key))) as Sealed;
    must(await disk.write((db) => db.put('meta', { ...sealed, box: flippedBox(sealed.box, 5) }, key)));
  };

  test('the row of today is worked out again', async () => {
    const { open, disk } = await stolen();
    await touch(disk, 'today');
    expect(await readToday(open(), monday)).toEqual({ type: 'stale' });
    const ledger = must(await openLedger(open()));
    expect((await ledger.today()).ok).toBe(true);
    must(await ledger.commit([win('d')]));
    ledger.close();
    disk.close();
  });

  test('the row of today is not taken from the place of another one', async () => {
    const { open, disk } = await stolen();
    const state = must(await disk.use((db) => db.get('meta', 'state')));
    must(await disk.write((db) => db.put('meta', state as Sealed, 'today')));
    expect(await readToday(open(), monday)).toEqual({ type: 'stale' });
    disk.close();
  });

  test('the state of the device is called unreadable, and nothing is founded anew over it', async () => {
    const { open, disk } = await stolen();
    await touch(disk, 'state');
    expect(await openLedger(open())).toEqual({ ok: false, error: { type: 'unreadable' } });
    expect(must(await disk.use((db) => db.count('rows')))).toBe(3);
    disk.close();
  });

  test('a draft is left out', async () => {
    const { open, disk } = await stolen();
    const keys = must(await disk.use((db) => db.getAllKeys('meta')));
    const [draft = ''] = keys.filter((key) => key.startsWith('draft/'));
    await touch(disk, draft);
    const ledger = must(await openLedger(open()));
    expect(must(await ledger.drafts())).toEqual([]);
    expect(must(await ledger.list('win'))).toHaveLength(3);
    ledger.close();
    disk.close();
  });

  test.each([7, 'header', {}, { format: 2 }, { format: 1, vault: 'v', lock: 'none', key: new ArrayBuffer(16) }])(
    'a header %j is called unreadable',
    async (header) => {
      const { open, disk } = await stolen();
      must(await disk.write((db) => db.put('meta', header as never, 'header')));
      expect(await openLedger(open())).toEqual({ ok: false, error: { type: 'unreadable' } });
      disk.close();
    },
  );
});

test('A30: three contexts and a clone of the whole record never seal twice with one key and nonce', async () => {
  const seen: string[] = [];
  const real = crypto.subtle.encrypt.bind(crypto.subtle);
  const names = new Map<CryptoKey, number>();
  crypto.subtle.encrypt = (algorithm, key, data) => {
    names.set(key, names.get(key) ?? names.size);
    // Each opening derives its own key object from the one vault key: the nonces of all of them have to differ.
    seen.push(Buffer.from((algorithm as AesGcmParams).iv as Uint8Array).toString('hex'));
    return real(algorithm, key, data);
  };
  try {
    const { open, disk } = await stolen();
    const contexts = await Promise.all([open(), open(), open()].map(async (here) => must(await openLedger(here))));
    await Promise.all(
      contexts.map(async (ledger, context) => {
        for (let count = 0; count < 60; count++) must(await ledger.commit([win(`${context}-${count}`)]));
      }),
    );
    for (const ledger of contexts) ledger.close();
    disk.close();
    expect(names.size).toBeGreaterThan(3);
    expect(seen.length).toBeGreaterThan(3 * 60 * 4);
    expect(new Set(seen).size).toBe(seen.length);
    expect(systemRandom.bytes(12)).not.toEqual(systemRandom.bytes(12));
  } finally {
    crypto.subtle.encrypt = real;
  }
});
