// Where on this origin the database lives: a storage bucket of its own where the browser has them, because deleting a
// bucket really deletes its files; the ordinary place elsewhere (Firefox, Safari).

interface Bucket {
  readonly indexedDB: IDBFactory;
}

interface Buckets {
  open(name: string, options?: { durability?: 'strict' | 'relaxed' }): Promise<Bucket>;
}

export const bucketName = 'main';

/** The factory to open databases with; nothing where the browser allows no storage at all. */
export async function findPlace(): Promise<IDBFactory | undefined> {
  const { storageBuckets } = navigator as { storageBuckets?: Buckets };
  try {
    if (storageBuckets) return (await storageBuckets.open(bucketName, { durability: 'strict' })).indexedDB;
  } catch {
    // Refused (a private window, an opaque origin): the ordinary place then says why.
  }
  return globalThis.indexedDB;
}
