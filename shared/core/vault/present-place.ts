// Which of several places is the one in use. There are several only while a vault is being moved, after a move that was
// cut short, or where a new one was begun beside one that cannot be opened.

import { peek } from './peek.ts';
import type { Place, Places } from './place.ts';
import { tidyPlaces } from './tidy-places.ts';

/**
 * The highest one that has a header: the header is the last thing that a move writes. One that does not open counts as
 * having one, because nobody may take its data for lost.
 */
export async function presentPlace(places: Places, numbers: readonly number[]): Promise<Place> {
  const number = await presentNumber(places, numbers);
  void tidyPlaces(places).catch(() => {}); // what cannot be tidied now is tidied at another opening
  return places.open(number);
}

export async function presentNumber(places: Places, numbers: readonly number[]): Promise<number> {
  const descending = [...numbers].sort((a, b) => b - a);
  for (const number of descending) {
    const place = await places.open(number);
    if (
      await peek(place).then(
        ({ header }) => header,
        () => true,
      )
    )
      return number;
  }
  return descending.at(-1) ?? 1;
}
