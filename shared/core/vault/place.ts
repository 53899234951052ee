// Where on this origin the database lives: a storage bucket of its own where the browser has them, because deleting a
// bucket really deletes its files; the ordinary place elsewhere (Firefox, Safari).

/**
 * Something that has an IndexedDB: a storage bucket, or the page itself. Whoever opens a database from it must hold on
 * to it for as long as the database is in use: when Chromium (156) collects the object of a bucket as garbage, the
 * transactions of its databases stop, without an error and without an end.
 */
export interface Place {
  readonly indexedDB: IDBFactory;
  /** Name of the database, where it is not the ordinary one. */
  readonly database?: string;
}

interface Buckets {
  open(name: string, options?: { durability?: 'strict' | 'relaxed' }): Promise<Place>;
  keys(): Promise<string[]>;
}

/** Places are numbered: `main`, `main-2`, `main-3`. The highest is the one in use; older ones are left as they are. */
const first = 'main';

/**
 * The place to open databases in; nothing where the browser allows no storage at all. Rejects when the browser has
 * buckets and refuses this one: the ordinary place would then be another database, and an empty one.
 */
export const findPlace = (): Promise<Place | undefined> => placeAt((newest) => Math.max(newest, 1));

/** A new place beside all that there are, for a storage that can never be opened again. Nothing else is touched. */
export const besidePlace = (): Promise<Place | undefined> => placeAt((newest) => Math.max(newest, 1) + 1);

async function placeAt(choose: (newest: number) => number): Promise<Place | undefined> {
  const { storageBuckets } = navigator as { storageBuckets?: Buckets };
  const { indexedDB } = globalThis;
  if (storageBuckets) {
    return storageBuckets.open(nameOf(choose(newestOf(await storageBuckets.keys()))), { durability: 'strict' });
  }
  if (!indexedDB) return undefined;
  const databases = await indexedDB.databases().catch((): IDBDatabaseInfo[] => []);
  const number = choose(newestOf(databases.map(({ name = '' }) => name)));
  return number === 1 ? globalThis : { indexedDB, database: nameOf(number) };
}

const nameOf = (number: number): string => (number === 1 ? first : `${first}-${number}`);

const newestOf = (names: readonly string[]): number =>
  Math.max(0, ...names.map((name) => (name === first ? 1 : Number(/^main-(\d+)$/.exec(name)?.[1] ?? 0))));
