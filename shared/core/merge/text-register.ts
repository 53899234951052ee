// Multi-value register for long text: what nobody has seen and written over stays, however the copies meet.

import { isPlainObject, jsonLimits } from './bounded-json.ts';
import { canonicalJson } from './canonical.ts';
import { greatest, parseStamp, type Stamp } from './hlc.ts';

/**
 * The field value, recognised by its `~`, so that a version that does not know the field still merges it rightly.
 * A version is never changed. It is a head until somebody writes over it; then its stamp is in `gone` for ever.
 * `gone` names exact stamps, not "all up to": two tabs of one device, or two copies of one browser profile, share a
 * node id, and a newer stamp of that node does not mean that its writer had the older text on the screen.
 */
export type TextRegister = {
  readonly '~': 'text';
  /** Oldest first. */
  readonly heads: readonly TextVersion[];
  /** The newest versions that were written over, oldest first: the common ground for a three-way merge. */
  readonly past: readonly TextVersion[];
  /** Sorted stamps of all that was written over, 23 characters each, without separators. */
  readonly gone: string;
};

export type TextVersion = {
  readonly at: Stamp;
  readonly text: string;
  /** The versions that it was written over. */
  readonly on: readonly Stamp[];
};

const pastLimits = { versions: 8, text: 64 * 1024 } as const;
const stampLength = 23;

/**
 * The register after somebody wrote `text`. Heads that are not named in `over` stay beside the new one.
 * @param at a stamp above the field's (see `tick`)
 * @param over the heads that the writer had on the screen; what is no stamp is passed over
 */
export function writeText(
  register: TextRegister | undefined,
  text: string,
  at: Stamp,
  over: readonly string[],
): TextRegister {
  const on = [...new Set(over.flatMap((name) => parseStamp(name) ?? []))].sort();
  const gone = new Set([...(register ? goneFrom(register) : []), ...on]);
  return settle([...versionsOf(register), { at, text, on }], gone);
}

/** Commutative, associative, idempotent: the versions of both, less what either knows to be written over. */
export const mergeText = (one: TextRegister, other: TextRegister): TextRegister =>
  settle([...versionsOf(one), ...versionsOf(other)], new Set([...goneFrom(one), ...goneFrom(other)]));

/** A register from outside, brought to the one form in which equal registers are equal JSON. */
export function parseTextRegister(value: unknown): TextRegister | undefined {
  if (!looksLikeText(value)) return undefined;
  const heads = parseEach(value['heads'], parseVersion);
  const past = parseEach(value['past'], parseVersion);
  const gone = parseGone(value['gone']);
  if (!heads || !past || !gone) return undefined;
  return settle([...heads, ...past], new Set([...gone, ...past.map((version) => version.at)]));
}

/** The newest stamp that the register knows, also of what is gone: the next write must be above it. */
export const newestIn = (register: TextRegister): Stamp | undefined =>
  greatest([...versionsOf(register).map((version) => version.at), ...goneFrom(register)]);

const looksLikeText = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isPlainObject(value) && value['~'] === 'text';

function settle(versions: readonly TextVersion[], gone: ReadonlySet<Stamp>): TextRegister {
  const sorted = withoutRepeats(versions);
  return {
    '~': 'text',
    heads: sorted.filter((version) => !gone.has(version.at)),
    past: newestOf(sorted.filter((version) => gone.has(version.at))),
    gone: [...gone].sort().join(''),
  };
}

/** Sorted by stamp: canonical JSON begins with `at`, and decides between two texts that carry one stamp. */
function withoutRepeats(versions: readonly TextVersion[]): TextVersion[] {
  if (versions.length < 2) return [...versions];
  const byContent = new Map(versions.map((version) => [canonicalJson(version), version]));
  return [...byContent].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, version]) => version);
}

/**
 * Counts before it adds: the version that crosses the limit is still kept, then it ends. So whatever a copy has cut
 * has enough newer text before it on every copy, and the order of merging does not show in the result.
 */
function newestOf(sorted: readonly TextVersion[]): TextVersion[] {
  let length = 0;
  const kept: TextVersion[] = [];
  for (const version of sorted.toReversed()) {
    if (kept.length === pastLimits.versions || length >= pastLimits.text) break;
    kept.push(version);
    length += version.text.length;
  }
  return kept.reverse();
}

const versionsOf = (register: TextRegister | undefined): readonly TextVersion[] =>
  register ? [...register.heads, ...register.past] : [];

const goneFrom = (register: TextRegister): readonly Stamp[] => parseGone(register.gone) ?? [];

function parseGone(value: unknown): Stamp[] | undefined {
  if (typeof value !== 'string' || value.length % stampLength !== 0) return undefined;
  const starts = Array.from({ length: value.length / stampLength }, (_, index) => index * stampLength);
  return parseEach(
    starts.map((start) => value.slice(start, start + stampLength)),
    parseStamp,
  );
}

function parseVersion(value: unknown): TextVersion | undefined {
  if (!isPlainObject(value)) return undefined;
  const { at, text, on } = value;
  const [stamp, seen] = [parseStamp(at), parseEach(on, parseStamp)];
  if (!stamp || !seen || typeof text !== 'string' || text.length > jsonLimits.text) return undefined;
  return { at: stamp, text, on: seen };
}

/** All parsed, or nothing. */
function parseEach<Parsed>(value: unknown, parse: (one: unknown) => Parsed | undefined): Parsed[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parsed = value.flatMap((one: unknown) => parse(one) ?? []);
  return parsed.length === value.length ? parsed : undefined;
}
