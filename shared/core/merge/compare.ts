// Three lists of text parts side by side: what all agree on, and where two sides changed one place.

import { diff3Merge } from 'node-diff3';

export interface Sides {
  readonly base: Parts;
  readonly left: Parts;
  readonly right: Parts;
}

/** A stretch that needs no decision, or the three versions of a stretch that both sides changed. */
export type Stretch = { readonly ok: Parts } | { readonly sides: Sides };

type Parts = readonly string[];

/** Words are never compared: 6,000 of them took a minute. */
const partsCap = 2_000;

/** The cost is that of the pairs of equal parts (about 1 µs each), and blank lines are equal to each other. */
const pairsCap = 100_000;

/** Nothing when it would take longer than a page can wait. */
export function compare(sides: Sides): Stretch[] | undefined {
  const start = sharedStart(sides);
  const ending = eachSide(sides, (side) => side.slice(start).reverse());
  const end = sharedStart(ending);
  const { base, left, right } = eachSide(sides, (side) => side.slice(start, side.length - end));
  if ([base, left, right].some((side) => side.length > partsCap)) return undefined;
  if (countPairs(base, left) + countPairs(base, right) > pairsCap) return undefined;
  return [
    { ok: sides.base.slice(0, start) },
    ...diff3Merge([...left], [...base], [...right]).flatMap(({ ok, conflict }): Stretch[] => {
      if (ok) return [{ ok }];
      return conflict ? [{ sides: { base: conflict.o, left: conflict.a, right: conflict.b } }] : [];
    }),
    { ok: sides.base.slice(sides.base.length - end) },
  ];
}

/** How many parts all three begin with. Most of a text is untouched, and costs nothing here. */
function sharedStart({ base, left, right }: Sides): number {
  let length = 0;
  while (length < base.length && base[length] === left[length] && base[length] === right[length]) length += 1;
  return length;
}

const eachSide = ({ base, left, right }: Sides, change: (side: Parts) => Parts): Sides => ({
  base: change(base),
  left: change(left),
  right: change(right),
});

function countPairs(one: Parts, other: Parts): number {
  const counts = new Map<string, number>();
  for (const part of one) counts.set(part, (counts.get(part) ?? 0) + 1);
  return other.reduce((pairs, part) => pairs + (counts.get(part) ?? 0), 0);
}
