// Reading all links or all records a slice at a time. Each slice is a transaction of its own: writers need not wait.

import { ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import type { ChainLink, SealedRow } from '../vault/schema.ts';
import type { TypedConnection } from './typed-connection.ts';

/** Awaited between two slices: a page lets its own work go first. */
export type Pause = () => Promise<void>;

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
    const links = await connection.use((db) => db.getAll('chain', range, slice));
    if (!links.ok) return links;
    await take(links.value);
    after = links.value.at(-1)?.seq ?? end;
    await pause();
  }
  return ok(undefined);
}

/** Reads all records, by id. */
export async function throughRows(
  connection: TypedConnection,
  take: (rows: readonly SealedRow[]) => Promise<void>,
  pause: Pause,
): Promise<Result<void, Fault>> {
  let last: string | undefined;
  for (;;) {
    const range = last === undefined ? undefined : IDBKeyRange.lowerBound(last, true);
    const rows = await connection.use((db) => db.getAll('rows', range, slice));
    if (!rows.ok) return rows;
    await take(rows.value);
    last = rows.value.at(-1)?.id;
    if (last === undefined) return ok(undefined);
    await pause();
  }
}
