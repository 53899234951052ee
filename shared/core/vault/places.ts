// The places of this origin for those who make and remove them: when a vault moves, and when everything is erased.

import { type Buckets, bucketsHere, databaseList, nameOf, type PlaceList, placeListHere } from './place.ts';
import { databaseName } from './schema.ts';

export interface Places extends PlaceList {
  /** Takes the place away with all that is in it. */
  remove(number: number): Promise<void>;
  /** Runs `work` while no other context of this origin moves or tidies; nothing when one does. */
  alone<Value>(work: () => Promise<Value>): Promise<Value | undefined>;
}

/** Nothing where the browser allows no storage at all. */
export function placesHere(): Places | undefined {
  const list = placeListHere();
  const buckets = bucketsHere();
  if (!list) return undefined;
  return { ...list, remove: buckets ? removeBucket(buckets) : removeDatabase(globalThis.indexedDB), alone: oneMover };
}

export const databasePlaces = (indexedDB: IDBFactory, prefix: string): Places => ({
  ...databaseList(indexedDB, prefix),
  remove: removeDatabase(indexedDB, prefix),
  alone: oneMover,
});

const removeBucket = (buckets: Buckets) => (number: number) => buckets.delete(nameOf(number));

const removeDatabase =
  (indexedDB: IDBFactory, prefix = databaseName) =>
  (number: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(nameOf(number, prefix));
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });

const oneMover: Places['alone'] = (work) =>
  navigator.locks.request('mover', { ifAvailable: true }, async (lock) => (lock ? work() : undefined));
