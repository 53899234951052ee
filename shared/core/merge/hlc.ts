// Hybrid logical clock: stamps that order edits across devices whose clocks disagree (Kulkarni et al., 2014).

/** `wwwwwwwww.cccc.nnnnnnnn`: wall ms, counter and node in base 36, fixed width, so that string order is clock order. */
export type Stamp = string & { readonly __brand: 'Stamp' };

/** The newest moment that this device has used or heard of. `wall` in ms since 1970. */
export interface HlcState {
  readonly wall: number;
  readonly count: number;
}

export const clockStart: HlcState = { wall: 0, count: 0 };

const maxDrift = 5 * 60_000;
const maxWall = 36 ** 9 - 1; // in the year 5188
const maxCount = 36 ** 4 - 1;
const stampShape = /^[0-9a-z]{9}\.[0-9a-z]{4}\.[0-9a-z]{8}$/;
const nodeShape = /^[0-9a-z]{8}$/;

/**
 * The stamp of an edit made here and now. It is above every stamp that the edit replaces, so a person always beats a
 * poisoned clock; the state follows such a stamp only up to `now` + 5 min, so the poison does not spread to other edits.
 * Never refuses: with the clock set back, forward or to 1970, stamps only go on rising.
 * @param above stamps of the values that the edit replaces
 */
export function tick(
  state: HlcState,
  now: number,
  node: string,
  above: readonly Stamp[],
): { state: HlcState; stamp: Stamp } {
  const usual = isSane(now) && Math.floor(now) > state.wall ? { wall: Math.floor(now), count: 0 } : next(state);
  const newest = greatest(above);
  if (newest === undefined || isAfter(usual, momentOf(newest))) return { state: usual, stamp: stampOf(usual, node) };
  const lifted = next(momentOf(newest));
  return { state: isNear(lifted, now) ? lifted : usual, stamp: stampOf(lifted, node) };
}

/** The state after a stamp from elsewhere: past it when it is plausible, at most `now` + 5 min when it is not. */
export function receive(state: HlcState, now: number, stamp: Stamp): HlcState {
  if (!isSane(now)) return state;
  const heard = momentOf(stamp);
  const believed = isNear(heard, now) ? heard : { wall: Math.floor(now) + maxDrift, count: 0 };
  return isAfter(believed, state) ? believed : state;
}

export const parseStamp = (value: unknown): Stamp | undefined =>
  typeof value === 'string' && stampShape.test(value) ? (value as Stamp) : undefined;

export function parseHlcState(value: unknown): HlcState | undefined {
  if (typeof value !== 'object' || value === null || !('wall' in value) || !('count' in value)) return undefined;
  const { wall, count } = value;
  return isWithin(wall, maxWall) && isWithin(count, maxCount) ? { wall, count } : undefined;
}

/** A node id from 8 random bytes. */
export const nodeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 8), (byte) => (byte % 36).toString(36)).join('');

/** Milliseconds since 1970, by the clock of the device that made the stamp. */
export const wallOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 9), 36);

export const nodeOf = (stamp: Stamp): string => stamp.slice(-8);

export function greatest(stamps: Iterable<Stamp>): Stamp | undefined {
  let newest: Stamp | undefined;
  for (const stamp of stamps) if (newest === undefined || stamp > newest) newest = stamp;
  return newest;
}

function stampOf({ wall, count }: HlcState, node: string): Stamp {
  if (!nodeShape.test(node)) throw new RangeError('A node id is 8 lower-case base-36 characters.');
  return `${wall.toString(36).padStart(9, '0')}.${count.toString(36).padStart(4, '0')}.${node}` as Stamp;
}

const momentOf = (stamp: Stamp): HlcState => ({
  wall: wallOf(stamp),
  count: Number.parseInt(stamp.slice(10, 14), 36),
});

/** The next moment. At the end of the scale it stays where it is, because refusing to write would be worse. */
function next({ wall, count }: HlcState): HlcState {
  if (count < maxCount) return { wall, count: count + 1 };
  return wall < maxWall ? { wall: wall + 1, count: 0 } : { wall, count };
}

const isAfter = (one: HlcState, other: HlcState): boolean =>
  one.wall > other.wall || (one.wall === other.wall && one.count > other.count);

/** A machine's clock can say anything, also NaN, a time before 1970 or one that a stamp cannot hold. */
const isSane = (now: number): boolean => now >= 0 && now <= maxWall - maxDrift;

const isNear = (moment: HlcState, now: number): boolean => isSane(now) && moment.wall <= now + maxDrift;

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
