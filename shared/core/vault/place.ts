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

/** The place to open databases in; nothing where the browser allows no storage at all. */
export async function findPlace(): Promise<Place | undefined> {
  const { storageBuckets } = navigator as { storageBuckets?: Buckets };
  try {
    if (storageBuckets) return await storageBuckets.open(bucketName, { durability: 'strict' });
  } catch {
    // Refused (a private window, an opaque origin): the ordinary place then says why.
  }
  return globalThis.indexedDB && globalThis;
}
