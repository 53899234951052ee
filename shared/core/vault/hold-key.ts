// Keeping the key of an unlocked vault, for as long as somebody is there.

import { type Bytes, base64Url } from '../kernel/bytes.ts';
import { isOver, type KeyPlace, parseHeld } from './key-place.ts';
import type { LockedHeader } from './schema.ts';

/** Keeps the key for `minutes` from now. */
export const holdKey = (
  place: KeyPlace,
  { generation }: Pick<LockedHeader, 'generation'>,
  key: Bytes,
  now: number,
  minutes: number,
): Promise<void> => place.write({ generation, key: base64Url(key), since: now, until: now + minutes * 60_000 });

/** The person did something: what is held stays held for `minutes` more. Answers until when, or that nothing is held. */
export async function prolong(place: KeyPlace, now: number, minutes: number): Promise<number | undefined> {
  let until: number | undefined;
  await place
    .change((value) => {
      const held = parseHeld(value);
      if (!held || isOver(held, now)) return undefined;
      until = now + minutes * 60_000;
      return { ...held, since: now, until };
    })
    .catch(() => {});
  return until;
}
