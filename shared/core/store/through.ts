// Reading all links or all records a slice at a time. Each slice is a transaction of its own: writers need not wait.

import { ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import type { ChainLink, SealedRow } from '../vault/schema.ts';
import type { TypedConnection } from './typed-connection.ts';

/** Awaited between two slices: a page lets its own work go first. */
export type Pause = () => Promise<void>;

const noPause: Pause = async () => {};

/** By its key, because a damaged storage may have nothing but that: Chromium then gives `null` for the value. */
export type StoredRow = readonly [id: string, row: SealedRow | undefined];

/** Links or records in one slice: a few milliseconds of hashing. */
const slice = 200;

/** Reads the links up to number `end`, in their order. */
export async function throughChain(
  connection: TypedConnection,
  end: number,
  take: (links: readonly ChainLink[]) => Promise<void> | void,
  pause: Pause,
): Promise<Result<void, Fault>> {
  let after = 0;
  while (after < end) {
    const range = IDBKeyRange.bound(after, end, true);
    const read = await connection.use((db) => {
      const { store } = db.transaction('chain');
      return Promise.all([store.getAllKeys(range, slice), store.getAll(range, slice)]);
    });
    if (!read.ok) return read;
    const [keys, links] = read.value;
    const found = new Map(links.map((link) => [Object(link).seq as unknown, link]));
    await take(keys.map((seq) => found.get(seq) ?? ({ seq } as ChainLink)));
    after = keys.at(-1) ?? end;
    await pause();
  }
  return ok(undefined);
}

/** Reads all records, by id. */
export async function throughRows(
  connection: TypedConnection,
  take: (rows: readonly StoredRow[]) => Promise<Result<void, Fault>>,
  pause: Pause = noPause,
): Promise<Result<void, Fault>> {
  let last: string | undefined;
  for (;;) {
    const range = last === undefined ? undefined : IDBKeyRange.lowerBound(last, true);
    const read = await connection.use((db) => {
      const { store } = db.transaction('rows');
      return Promise.all([store.getAllKeys(range, slice), store.getAll(range, slice)]);
    });
    if (!read.ok) return read;
    const [keys, rows] = read.value;
    const found = new Map(rows.map((row) => [Object(row).id as unknown, row]));
    const taken = await take(keys.map((id) => [id, found.get(id)]));
    if (!taken.ok) return taken;
    last = keys.at(-1);
    if (last === undefined) return ok(undefined);
    await pause();
  }
}
