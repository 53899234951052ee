// Which of several places is the one in use. There are several only while a vault is being moved, after a move that was
// cut short, or where a new one was begun beside one that cannot be opened.

import { peek } from './peek.ts';
import type { Place, PlaceList } from './place.ts';

/**
 * The highest one that has a header: the header is the last thing that a move writes. One that does not open counts as
 * having one, because nobody may take its data for lost.
 */
export const presentPlace = async (places: PlaceList, numbers: readonly number[]): Promise<Place> =>
  places.open(await presentNumber(places, numbers));

export async function presentNumber(places: PlaceList, numbers: readonly number[]): Promise<number> {
  const descending = [...numbers].sort((a, b) => b - a);
  for (const number of descending) {
    const place = await places.open(number);
    const header = await peek(place).then(
      (seen) => seen.header,
      () => true,
    );
    if (header) return number;
  }
  return descending.at(-1) ?? 1;
}
