// A look into a place without opening what is there for use: is it a vault, and is it being left?

import { openAsItIs } from './as-it-is.ts';
import type { Place } from './place.ts';
import { databaseName } from './schema.ts';

export interface Peeked {
  readonly header: boolean;
  /** The number of the place that the vault is on its way to. */
  readonly movingTo: number | undefined;
}

/** Rejects when the database does not open. */
export async function peek(place: Place): Promise<Peeked> {
  const nothing: Peeked = { header: false, movingTo: undefined };
  const db = await openAsItIs(place.indexedDB, place.database ?? databaseName);
  if (!db) return nothing;
  try {
    return db.objectStoreNames.contains('meta') ? await readMarks(db) : nothing;
  } finally {
    db.close();
  }
}

/** The vault may be written to again, because nobody is moving it any more. */
export async function endMoving(place: Place): Promise<void> {
  const db = await openAsItIs(place.indexedDB, place.database ?? databaseName);
  if (!db) return;
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
      transaction.objectStore('meta').delete('moving');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

function readMarks(db: IDBDatabase): Promise<Peeked> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('meta');
    const header = transaction.objectStore('meta').getKey('header');
    const moving = transaction.objectStore('meta').get('moving');
    transaction.oncomplete = () => {
      const { to } = Object(moving.result) as { to?: unknown };
      resolve({ header: header.result !== undefined, movingTo: typeof to === 'number' ? to : undefined });
    };
    transaction.onabort = () => reject(transaction.error);
  });
}
