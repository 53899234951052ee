// The short way to what a new tab shows: one transaction, two rows, one unsealing. Its cost does not grow with the
// history, and nothing else of the vault is loaded for it.

import { parseToday, type Today } from '../domain/today.ts';
import type { Clock } from '../kernel/clock.ts';
import type { LocalDay } from '../kernel/local-day.ts';
import type { Connection } from './connection.ts';
import type { Fault } from './fault.ts';
import { type KeyPlace, keyFor } from './key-place.ts';
import { parseHeader, rowKey } from './keys.ts';
import type { Sealed } from './schema.ts';
import { metaBond, unseal } from './seal.ts';
import { hear, type Witness } from './witness.ts';

export type TodayReading =
  | { readonly type: 'today'; readonly today: Today }
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
  const read = await connection.use(readRows);
  if (!read.ok) return { type: 'fault', fault: read.error };
  const { header: storedHeader, today: sealed } = read.value;
  if (!storedHeader) {
    // An empty database alone never means a first run: browsers hand out empty ones after damage.
    const testimony = await hear(witness);
    if (testimony === 'silent') return { type: 'fault', fault: { type: 'unreadable' } };
    return testimony ? { type: 'fault', fault: { type: 'gone' } } : { type: 'fresh' };
  }
  const header = parseHeader(storedHeader);
  if (!header) return { type: 'fault', fault: { type: 'unreadable' } };
  const key = await keyFor(header, keyPlace, clock);
  if (!key) return { type: 'fault', fault: { type: 'locked' } };
  const json = await unseal(await rowKey(key), sealed, metaBond(header.vault, 'today'));
  const today = parseToday(json, day);
  return today ? { type: 'today', today } : { type: 'stale' };
}

/** By hand, without the library that the rest of the store is written with: this is all that a new tab reads. */
function readRows(db: IDBDatabase): Promise<{ header: unknown; today: Sealed | undefined }> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('meta');
    const meta = transaction.objectStore('meta');
    const header = meta.get('header');
    const today = meta.get('today');
    today.onsuccess = () => resolve({ header: header.result, today: today.result });
    transaction.onabort = () => reject(transaction.error);
  });
}
