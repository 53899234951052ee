// A copy of all that is stored, as it is stored, for the day when this version cannot read it: data of a newer version, an
// upgrade that did not work, a damaged row. Reads only, never upgrades, never creates.

import { base64Url, fromBase64Url } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { openAsItIs } from './as-it-is.ts';
import { type Fault, faultOf } from './fault.ts';
import { findPlace } from './place.ts';
import { databaseName } from './schema.ts';

/** Rows of each store. In values `{"$": base64url}` is a buffer of bytes and `{"$view": base64url}` a view of bytes. */
export interface RawCopy {
  readonly [store: string]: readonly { readonly key: IDBValidKey; readonly value: unknown }[];
}

/** Opens the database in whatever version it has. Without a lock the copy holds the key: whoever has it can read it. */
export async function rawCopy(factory: IDBFactory | undefined, name = databaseName): Promise<Result<RawCopy, Fault>> {
  if (!factory) return err({ type: 'denied' });
  try {
    const db = await openAsItIs(factory, name);
    if (!db) return err({ type: 'gone' });
    try {
      const stores = await Promise.all(
        [...db.objectStoreNames].map(async (store) => [store, await readAll(db, store)]),
      );
      return ok(Object.fromEntries(stores) as RawCopy);
    } finally {
      db.close();
    }
  } catch (error) {
    return err(faultOf(error));
  }
}

/** The copy of this browser's own storage, as JSON text. */
export async function copyHere(): Promise<Result<string, Fault>> {
  const place = await findPlace();
  const copy = await rawCopy(place?.indexedDB, place?.database);
  if (!place) return err({ type: 'denied' }); // asked here: the place has to outlive the reading of it
  return copy.ok ? ok(JSON.stringify(copy.value)) : copy;
}

function readAll(db: IDBDatabase, store: string): Promise<RawCopy[string]> {
  return new Promise((resolve, reject) => {
    const rows: { key: IDBValidKey; value: unknown }[] = [];
    const request = db.transaction(store).objectStore(store).openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(rows);
      rows.push({ key: cursor.primaryKey, value: toJson(cursor.value) });
      cursor.continue();
    };
    request.onerror = () => reject(request.error);
  });
}

function toJson(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { $: base64Url(value) };
  if (value instanceof Uint8Array) return { $view: base64Url(new Uint8Array(value)) };
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one)]));
}

/** The value that was stored, from its form in a copy. */
export function fromCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromCopy);
  if (typeof value !== 'object' || value === null) return value;
  const { $: buffer, $view: view } = value as { $?: unknown; $view?: unknown };
  if (typeof buffer === 'string') return fromBase64Url(buffer).buffer;
  if (typeof view === 'string') return fromBase64Url(view);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fromCopy(one)]));
}
