// After a move that was cut short: forwards if its last step was done, backwards if it was not. Never touches a place
// that is not part of a move, such as one that was put aside because it could not be opened.

import { endMoving, peek } from './peek.ts';
import type { Places } from './places.ts';

/** Does nothing while somebody moves. Safe to call at any time, and again. */
export async function tidyPlaces(places: Places): Promise<void> {
  await places.alone(async () => {
    const numbers = (await places.list()).sort((a, b) => a - b);
    for (const number of numbers) {
      const place = await places.open(number);
      const { header, movingTo } = await peek(place).catch(() => ({ header: false, movingTo: undefined }));
      if (!header || movingTo === undefined) continue;
      const begun = numbers.includes(movingTo);
      if (begun && (await peek(await places.open(movingTo))).header) {
        await places.remove(number);
      } else {
        if (begun) await places.remove(movingTo);
        await endMoving(place);
      }
    }
  });
}
