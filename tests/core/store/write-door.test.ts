import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { linkHash } from '@core/store/chain.ts';
import { openLedger } from '@core/store/ledger.ts';
import { digestOf } from '@core/store/row-box.ts';
import { typed } from '@core/store/typed-connection.ts';
import { write } from '@core/store/write.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import { readToday } from '@core/vault/read-today.ts';
import type { Database, Head, SealedRow } from '@core/vault/schema.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { standingClock } from '../../support/clock.ts';
import { freshName, memoryWitness, must, openRig, surroundings } from '../../support/vault-rig.ts';

const day = '2026-11-23' as LocalDay;
const win = (id: string): Edit => ({ kind: 'win', row: { id }, set: { day, of: 'onTime', note: 'a private canary' } });

const rawDatabase = async (name: string): Promise<Database> =>
  typed(must(await openDatabase({ factory: indexedDB, name })));
const start: Head = { seq: 0, hash: '' };

afterEach(() => vi.restoreAllMocks());

describe('the write door', () => {
  const row = (id: string): SealedRow => ({
    id,
    schema: 1,
    marks: [],
    nonce: new Uint8Array(12),
    box: new ArrayBuffer(1),
  });

  test('refuses an executor that answers a promise, and keeps nothing of it', async () => {
    const name = freshName();
    (await openRig({ name })).close();
    const db = await rawDatabase(name);
    const executor = ((pen: { row(row: SealedRow): void }) => {
      pen.row(row('a'));
      return Promise.resolve();
    }) as unknown as () => undefined;
    await expect(write(db, start, executor)).rejects.toThrow(TypeError);
    expect(await db.count('rows')).toBe(0);
    db.close();
  });

  test('cannot be handed an async executor without the compiler noticing', () => {
    // @ts-expect-error an async function answers a promise
    const wrong: Parameters<typeof write>[2] = async () => {};
    expect(wrong).toBeTypeOf('function');
  });

  test('writes nothing when somebody wrote since the head was read', async () => {
    const name = freshName();
    const ledger = await openRig({ name });
    must(await ledger.commit([win('a')]));
    const db = await rawDatabase(name);
    expect(await write(db, start, (pen) => pen.row(row('b')) as undefined)).toBe('moved');
    expect(await db.count('rows')).toBe(1);
    db.close();
    ledger.close();
  });

  test('gives up waiting for a transaction that never ends, instead of waiting for ever', async () => {
    const name = freshName();
    (await openRig({ name })).close();
    const db = await rawDatabase(name);
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const transaction = real.apply(this, args);
      for (const event of ['oncomplete', 'onabort']) Object.defineProperty(transaction, event, { set: () => {} });
      return transaction;
    });
    await expect(write(db, start, (pen) => pen.row(row('a')) as undefined, 20)).rejects.toThrow('no answer');
    vi.restoreAllMocks();
    db.close();
  });

  test('asks for strict durability', async () => {
    const ledger = await openRig();
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    must(await ledger.commit([win('a')]));
    const writes = opened.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.map(([, , options]) => options?.durability)).toEqual(['strict']);
    ledger.close();
  });

  test('keeps nothing of an action whose n-th put throws, for every n', async () => {
    const reference = vi.spyOn(IDBObjectStore.prototype, 'put');
    const counted = await openRig();
    reference.mockClear();
    must(await counted.commit([win('a'), win('b')]));
    const puts = reference.mock.calls.length;
    counted.close();
    vi.restoreAllMocks();
    expect(puts).toBeGreaterThanOrEqual(7); // two rows, two outbox rows, head, state, today

    for (let failing = 1; failing <= puts; failing++) {
      const name = freshName();
      const witness = memoryWitness();
      const ledger = await openRig({ name, witness });
      must(await ledger.commit([win('before')]));
      const real = IDBObjectStore.prototype.put;
      let calls = 0;
      const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...args
      ) {
        calls += 1;
        if (calls === failing) throw new Error('planted');
        return real.apply(this, args);
      });
      expect((await ledger.commit([win('a'), win('b')])).ok).toBe(false);
      spy.mockRestore();
      expect(must(await ledger.list('win')).map(({ id }) => id)).toEqual(['before']);
      expect(must(await ledger.revision())).toBe(1);
      must(await ledger.commit([win('a'), win('b')]));
      expect(must(await ledger.list('win')).length).toBe(3);
      ledger.close();
    }
  });
});

describe('an action', () => {
  test('is whole on the disk: rows, link, outbox, head, today, and then the witness', async () => {
    const name = freshName();
    const witness = memoryWitness();
    const ledger = await openRig({ name, witness });
    must(await ledger.commit([win('a'), win('b')]));
    must(await ledger.commit([win('a')]));
    const db = await rawDatabase(name);
    const [links, outbox, head] = await Promise.all([db.getAll('chain'), db.getAll('outbox'), db.get('meta', 'head')]);
    expect(links.map(({ seq, prev }) => [seq, prev])).toEqual([
      [1, ''],
      [2, links[0]?.hash],
    ]);
    for (const link of links) expect(await linkHash(link)).toBe(link.hash);
    expect(outbox).toEqual([
      { id: 'a', seq: 2 },
      { id: 'b', seq: 1 },
    ]);
    expect(head).toEqual({ seq: 2, hash: links[1]?.hash });
    const stored = await db.get('rows', 'a');
    expect(links[1]?.rows).toEqual([['a', stored && (await digestOf(stored))]]);
    await vi.waitFor(() => expect(witness.testimony).toMatchObject({ seq: 2, hash: links[1]?.hash }));
    db.close();
    ledger.close();
  });

  test('leaves no plain text of kind, day or words in any store', async () => {
    const name = freshName();
    const ledger = await openRig({ name });
    must(await ledger.commit([win('a')]));
    must(await ledger.saveDraft('entry:new', { text: 'a private canary' }));
    const db = await rawDatabase(name);
    const everything: unknown[] = [];
    for (const store of db.objectStoreNames) everything.push(await db.getAllKeys(store), await db.getAll(store));
    const printed = JSON.stringify(everything, (_key, value) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(
            value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer),
          )
        : value,
    );
    for (const canary of ['canary', 'private', 'win', 'onTime', '2026-11-23', '2026-11', 'entry']) {
      expect(printed).not.toContain(canary);
    }
    db.close();
    ledger.close();
  });

  test('counts once when the connection died after the write and before its answer', async () => {
    const name = freshName();
    const ledger = await openRig({ name });
    const real = IDBDatabase.prototype.transaction;
    let died = false;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const transaction = real.apply(this, args);
      if (args[1] === 'readwrite' && !died) {
        died = true;
        let told: ((event: Event) => void) | null = null;
        Object.defineProperty(transaction, 'oncomplete', { set: () => {} });
        Object.defineProperty(transaction, 'onabort', { set: (handler) => (told = handler) });
        transaction.addEventListener('complete', (event) => {
          Object.defineProperty(transaction, 'error', { value: new DOMException('lost', 'UnknownError') });
          told?.(event);
        });
      }
      return transaction;
    });
    expect(must(await ledger.commit([win('a')])).revision).toBe(1);
    expect(must(await ledger.revision())).toBe(1);
    expect(must(await ledger.list('win')).length).toBe(1);
    ledger.close();
  });

  test('never writes over a row that it could not read', async () => {
    const name = freshName();
    const ledger = await openRig({ name });
    must(await ledger.commit([win('a')]));
    const db = await rawDatabase(name);
    const stored = await db.get('rows', 'a');
    if (!stored) throw new Error('the row is not there');
    await db.put('rows', { ...stored, box: new ArrayBuffer(64) });
    expect(await ledger.commit([win('a')])).toEqual({ ok: false, error: { type: 'unreadable' } });
    expect((await db.get('rows', 'a'))?.box.byteLength).toBe(64);
    expect(must(await ledger.listing('win'))).toEqual({ rows: [], damaged: 1 });
    db.close();
    ledger.close();
  });

  test('whose row was moved under another id does not open there', async () => {
    const name = freshName();
    const ledger = await openRig({ name });
    must(await ledger.commit([win('a'), win('b')]));
    const db = await rawDatabase(name);
    const [a, b] = await Promise.all([db.get('rows', 'a'), db.get('rows', 'b')]);
    if (!a || !b) throw new Error('the rows are not there');
    await db.put('rows', { ...b, id: 'a' });
    expect(must(await ledger.listing('win'))).toMatchObject({ damaged: 1 });
    db.close();
    ledger.close();
  });

  test('is stored in an order that a clock set back a year does not disturb', async () => {
    const clock = standingClock('2027-11-23T08:00:00Z');
    const ledger = await openRig({ clock });
    must(await ledger.commit([{ kind: 'win', row: { id: 'a' }, set: { day, note: 'first' } }]));
    clock.at = Date.parse('2026-11-23T08:00:00Z');
    must(await ledger.commit([{ kind: 'win', row: { id: 'a' }, set: { note: 'second' } }]));
    expect(must(await ledger.get('a'))?.fields['note']).toBe('second');
    ledger.close();
  });
});

describe('opening', () => {
  test('two contexts that found a vault at the same time share one', async () => {
    const shared = { name: freshName(), witness: memoryWitness() };
    const [one, two] = await Promise.all([openRig(shared), openRig(shared)]);
    must(await one.commit([win('a')]));
    expect(must(await two.list('win')).length).toBe(1);
    one.close();
    two.close();
  });

  test('an empty database with a witness is a loss, never a first run', async () => {
    const witness = memoryWitness();
    witness.testimony = { vault: 'v', seq: 12, hash: 'h' };
    const here = surroundings({ witness });
    expect(await openLedger(here)).toEqual({ ok: false, error: { type: 'gone' } });
    expect(await readToday(here, day)).toEqual({ type: 'fault', fault: { type: 'gone' } });
    await witness.retire();
    expect(await readToday(here, day)).toEqual({ type: 'fresh' });
    here.connection.close();
  });

  test('a witness that cannot be asked stops everything: nothing new is founded', async () => {
    const witness = { ...memoryWitness(), read: () => Promise.reject(new Error('no')) };
    const here = surroundings({ witness });
    expect(await openLedger(here)).toEqual({ ok: false, error: { type: 'unreadable' } });
    expect(await readToday(here, day)).toEqual({ type: 'fault', fault: { type: 'unreadable' } });
    here.connection.close();
  });

  test('data that disappears while a page is open is a loss for that page too', async () => {
    const name = freshName();
    const ledger = await openRig({ name });
    must(await ledger.commit([win('a')]));
    const db = await rawDatabase(name);
    await Promise.all(['meta', 'rows', 'chain', 'outbox'].map((store) => db.clear(store as 'meta')));
    expect(await ledger.commit([win('b')])).toEqual({ ok: false, error: { type: 'gone' } });
    expect(await db.count('rows')).toBe(0);
    db.close();
    ledger.close();
  });

  test('a header that this version does not understand is left alone', async () => {
    const name = freshName();
    (await openRig({ name })).close();
    const db = await rawDatabase(name);
    await db.put('meta', { format: 9 } as never, 'header');
    expect(await openLedger(surroundings({ name }))).toEqual({ ok: false, error: { type: 'unreadable' } });
    expect(await db.get('meta', 'header')).toEqual({ format: 9 });
    db.close();
  });

  test('a damaged today row is worked out again from the records', async () => {
    const name = freshName();
    const ledger = await openRig({ name });
    must(await ledger.commit([{ kind: 'settings', row: { name: 'settings' }, set: { glance: 'own' } }]));
    const before = must(await ledger.today());
    const db = await rawDatabase(name);
    await db.delete('meta', 'today');
    expect(must(await ledger.today())).toEqual(before);
    must(await ledger.commit([win('a')]));
    expect(must(await ledger.today())).toEqual(before);
    db.close();
    ledger.close();
  });
});
