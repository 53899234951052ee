// Where on this origin the database lives: a storage bucket of its own where the browser has them, because deleting a
// bucket really deletes its files; a database of its own elsewhere (Firefox, Safari). Places are numbered: a vault that
// gets another key moves to the next one.

import { databaseName } from './schema.ts';

/**
 * Something that has an IndexedDB: a storage bucket, or the page itself. Whoever opens a database from it must hold on
 * to it for as long as the database is in use: when Chromium (156) collects the object of a bucket as garbage, the
 * transactions of its databases stop, without an error and without an end.
 */
export interface Place {
  readonly indexedDB: IDBFactory;
  /** Name of the database in it, where it is not the usual one. */
  readonly database?: string;
}

/** The places that there are. */
export interface PlaceList {
  /** Their numbers, in no order; the first place of all is 1. */
  list(): Promise<number[]>;
  /** Makes it where there is none. */
  open(number: number): Promise<Place>;
}

export interface Buckets {
  open(name: string, options?: { durability?: 'strict' | 'relaxed' }): Promise<Place>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
}

/** Storage buckets, where the browser has them. */
export const bucketsHere = (): Buckets | undefined => (navigator as { storageBuckets?: Buckets }).storageBuckets;

/** The places of this browser; nothing where it allows no storage at all. */
export function placeListHere(): PlaceList | undefined {
  const buckets = bucketsHere();
  if (!buckets) return globalThis.indexedDB && databaseList(globalThis.indexedDB);
  return {
    list: async () => numbersIn(await buckets.keys()),
    open: (number) => buckets.open(nameOf(number), { durability: 'strict' }),
  };
}

export const databaseList = (indexedDB: IDBFactory, prefix = databaseName): PlaceList => ({
  list: async () =>
    numbersIn(
      (await indexedDB.databases()).map(({ name = '' }) => name),
      prefix,
    ),
  open: async (number) => ({ indexedDB, database: nameOf(number, prefix) }),
});

/**
 * The place to open the database in. Rejects when the browser has buckets and refuses this one: the ordinary place
 * would then be another database, and an empty one.
 */
export async function findPlace(places = placeListHere()): Promise<Place | undefined> {
  if (!places) return undefined;
  const numbers = await places.list();
  if (numbers.length > 1) return (await import('./present-place.ts')).presentPlace(places, numbers);
  return places.open(numbers[0] ?? 1);
}

/** A new place beside all that there are, for a storage that can never be opened again. Nothing else is touched. */
export async function besidePlace(places = placeListHere()): Promise<Place | undefined> {
  return places?.open(Math.max(1, ...(await places.list())) + 1);
}

/** Names lie on the disk in clear, so they say nothing: `main`, then `main-2`, `main-3` … */
export const nameOf = (number: number, prefix = databaseName): string =>
  number === 1 ? prefix : `${prefix}-${number}`;

function numbersIn(names: readonly string[], prefix = databaseName): number[] {
  return names.flatMap((name) => {
    if (name === prefix) return 1;
    const number = name.startsWith(`${prefix}-`) ? name.slice(prefix.length + 1) : '';
    return /^[1-9]\d{0,8}$/.test(number) && Number(number) > 1 ? Number(number) : [];
  });
}
