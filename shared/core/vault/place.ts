// Where on this origin the database lives: a storage bucket of its own where the browser has them, because deleting a
// bucket really deletes its files; the ordinary place elsewhere (Firefox, Safari).

/**
 * Something that has an IndexedDB: a storage bucket, or the page itself. Whoever opens a database from it must hold on
 * to it for as long as the database is in use: when Chromium (156) collects the object of a bucket as garbage, the
 * transactions of its databases stop, without an error and without an end.
 */
export interface Place {
  readonly indexedDB: IDBFactory;
}

interface Buckets {
  open(name: string, options?: { durability?: 'strict' | 'relaxed' }): Promise<Place>;
}

const bucketName = 'main';

/**
 * The place to open databases in; nothing where the browser allows no storage at all. Rejects when the browser has
 * buckets and refuses this one: the ordinary place would then be another database, and an empty one.
 */
export async function findPlace(): Promise<Place | undefined> {
  const { storageBuckets } = navigator as { storageBuckets?: Buckets };
  if (storageBuckets) return storageBuckets.open(bucketName, { durability: 'strict' });
  return globalThis.indexedDB && globalThis;
}
