import { fromCopy, type RawCopy } from '@core/vault/raw-copy.ts';
import type { Database } from '@core/vault/schema.ts';

/** Puts what a raw copy holds into a database that has the same stores. */
export async function load(db: Database, copy: RawCopy): Promise<void> {
  for (const [name, rows] of Object.entries(copy)) {
    const transaction = db.transaction(name as 'meta', 'readwrite');
    for (const { key, value } of rows) {
      const outOfLine = transaction.store.keyPath === null;
      void transaction.store.put(fromCopy(value) as never, outOfLine ? (key as string) : undefined);
    }
    await transaction.done;
  }
}
