// The one write door. Everything that an action changes goes through one transaction, which either happens whole and
// is on the disk, or did not happen.

import { unwrap } from 'idb';
import { movingError } from '../vault/fault.ts';
import type { ChainLink, Database, Head, Sealed, SealedRow } from '../vault/schema.ts';

/** The puts that an action may make. */
export interface Pen {
  row(row: SealedRow): void;
  link(link: ChainLink): void;
  waiting(id: string, seq: number): void;
  meta(key: string, value: Sealed | Head): void;
  drop(key: string): void;
}

const storeNames = ['rows', 'chain', 'outbox', 'meta'];

/**
 * Writes what `executor` asks for, if nobody wrote since `expected` was read; answers `moved` and writes nothing
 * otherwise. Resolves after `complete` with `durability: 'strict'`. The executor is synchronous by type and by check:
 * an await inside it would let the browser end the transaction half-way. Its puts are sent along with the question
 * for the head, which saves a way to the browser's storage and back; the answer comes before theirs, and takes them
 * all back when the head is another.
 */
export function write(
  db: Database,
  expected: Head | undefined,
  executor: (pen: Pen) => undefined,
  patience = 10_000,
): Promise<'stored' | 'moved'> {
  return new Promise((resolve, reject) => {
    const transaction = unwrap(db).transaction(storeNames, 'readwrite', { durability: 'strict' });
    let moved = false;
    let failure: unknown;
    // A transaction that never ends would leave the person waiting for a "Saved" that never comes. It is taken back
    // first, so that what was called not saved does not turn up later.
    const watchdog = setTimeout(() => {
      failure = new DOMException('no answer from the storage', 'TimeoutError');
      try {
        transaction.abort();
      } catch {
        // It is past taking back, and still does not answer.
      }
      setTimeout(() => reject(failure), 0);
    }, patience);
    transaction.oncomplete = () => {
      clearTimeout(watchdog);
      resolve('stored');
    };
    transaction.onabort = () => {
      clearTimeout(watchdog);
      if (moved) resolve('moved');
      else reject(failure ?? transaction.error);
    };
    transaction.onerror = (event) => {
      failure ??= (event.target as IDBRequest).error;
    };
    const leaving = transaction.objectStore('meta').getKey('moving');
    const check: IDBRequest<Head | undefined> = transaction.objectStore('meta').get('head');
    check.onsuccess = () => {
      if (leaving.result) {
        failure = movingError();
        return transaction.abort();
      }
      moved = check.result?.hash !== expected?.hash || check.result?.seq !== expected?.seq;
      if (moved) transaction.abort();
    };
    try {
      const answer: unknown = executor(pen(transaction));
      if (isThenable(answer)) throw new TypeError('an executor must be synchronous');
    } catch (error) {
      failure = error;
      transaction.abort(); // a throw alone would let the puts before it commit
    }
  });
}

function pen(transaction: IDBTransaction): Pen {
  const [rows, chain, outbox, meta] = storeNames.map((name) => transaction.objectStore(name)) as [
    IDBObjectStore,
    IDBObjectStore,
    IDBObjectStore,
    IDBObjectStore,
  ];
  return {
    row: (row) => void rows.put(row),
    link: (link) => void chain.add(link), // add: two links of one number can never both be there
    waiting: (id, seq) => void outbox.put({ id, seq }),
    meta: (key, value) => void meta.put(value, key),
    drop: (key) => void meta.delete(key),
  };
}

const isThenable = (value: unknown): boolean => typeof (value as { then?: unknown } | undefined)?.then === 'function';
