// The short way to what a new tab shows: one transaction, four keys, one unsealing. Its cost does not grow with the
// history, and nothing else of the vault is loaded for it. Whether the newest actions are there is asked here, too.

import { parseToday, type Today } from '../domain/today.ts';
import type { Clock } from '../kernel/clock.ts';
import type { LocalDay } from '../kernel/local-day.ts';
import type { Connection } from './connection.ts';
import type { Fault } from './fault.ts';
import { type KeyPlace, keyFor } from './key-place.ts';
import { parseHeader, rowKey } from './keys.ts';
import type { Head, Sealed } from './schema.ts';
import { metaBond, unseal } from './seal.ts';
import { hear, isBehind, type Witness } from './witness.ts';

export type TodayReading =
  /** `loss`: the last look at everything found something that the person has not been asked about yet. */
  | { readonly type: 'today'; readonly today: Today; readonly loss: boolean }
  /** Nothing was ever written here. */
  | { readonly type: 'fresh' }
  /** There is data, but the precomputed row is not readable: open the ledger, which writes it again. */
  | { readonly type: 'stale' }
  | { readonly type: 'fault'; readonly fault: Fault };

/** What a reading needs at hand: less than the whole surroundings of a vault. */
export interface Near {
  readonly connection: Connection;
  readonly witness: Witness;
  readonly keyPlace: KeyPlace;
  readonly clock: Clock;
}

/** What stands for somebody whose calendar shows `day`. A vault that is locked is a fault with the tag `locked`. */
export async function readToday({ connection, witness, keyPlace, clock }: Near, day: LocalDay): Promise<TodayReading> {
  const [first, testimony] = await Promise.all([connection.use(readRows), hear(witness)]);
  let read = first;
  if (!read.ok) return { type: 'fault', fault: read.error };
  if (!read.value.header) {
    // An empty database alone never means a first run: browsers hand out empty ones after damage.
    if (testimony === 'silent') return { type: 'fault', fault: { type: 'unreadable' } };
    return testimony ? { type: 'fault', fault: { type: 'gone' } } : { type: 'fresh' };
  }
  const header = parseHeader(read.value.header);
  if (!header) return { type: 'fault', fault: { type: 'unreadable' } };
  if (isBehind(header.vault, read.value.head, testimony)) {
    read = await connection.use(readRows); // another tab may have written between the two questions
    if (!read.ok) return { type: 'fault', fault: read.error };
    if (isBehind(header.vault, read.value.head, testimony)) return { type: 'fault', fault: { type: 'missing' } };
  }
  const key = await keyFor(header, keyPlace, clock);
  if (!key) return { type: 'fault', fault: { type: 'locked' } };
  const json = await unseal(await rowKey(key), read.value.today, metaBond(header.vault, 'today'));
  const today = parseToday(json, day);
  return today ? { type: 'today', today, loss: !!read.value.loss } : { type: 'stale' };
}

interface Rows {
  header: unknown;
  today: Sealed | undefined;
  head: Head | undefined;
  loss: unknown;
}

/** By hand, without the library that the rest of the store is written with: this is all that a new tab reads. */
function readRows(db: IDBDatabase): Promise<Rows> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('meta');
    const meta = transaction.objectStore('meta');
    const [header, today, head, loss] = ['header', 'today', 'head', 'loss'].map((key) => meta.get(key)) as [
      ...[IDBRequest, IDBRequest, IDBRequest, IDBRequest],
    ];
    loss.onsuccess = () =>
      resolve({ header: header.result, today: today.result, head: head.result, loss: loss.result });
    transaction.onabort = () => reject(transaction.error);
  });
}
