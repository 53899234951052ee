// Several versions of a long text as one: by paragraph, then by sentence. Whatever anybody added is in the result.

import type { TextView } from '../kernel/record.ts';
import { compare, type Sides } from './compare.ts';
import { greatest, type Stamp } from './hlc.ts';
import type { TextRegister, TextVersion } from './text-register.ts';

export interface MergedText {
  readonly text: string;
  /** True when both sides changed one place: both versions stand there, one after the other. */
  readonly conflict: boolean;
}

/** No honest register has so many heads. Thousands of forged ones are put one after the other, without comparing. */
const headsCap = 16;

/** A register as a page shows it. Every device that holds the same register answers the same text. */
export function readText(register: TextRegister): TextView {
  const heads = [...new Set(register.heads.map((head) => head.at))];
  const texts = [...new Set(register.heads.map((head) => head.text))];
  if (texts.length > headsCap) return { text: texts.join('\n\n'), heads, conflict: true };
  return { ...fold(register), heads };
}

/** Head after head, the oldest first. */
function fold({ heads: [oldest, ...others], past }: TextRegister): MergedText {
  const kept = bySoleStamp(past);
  let merged: MergedText = { text: oldest?.text ?? '', conflict: false };
  let common = ancestors(oldest, kept);
  for (const head of others) {
    // The ground must be under every version folded so far, or what one of them never saw would look deleted by it.
    const reached = ancestors(head, kept);
    common = new Map([...common].filter(([at]) => reached.has(at)));
    const next = mergeTexts(newestText(common), merged.text, head.text);
    merged = { text: next.text, conflict: merged.conflict || next.conflict };
  }
  return merged;
}

/**
 * Both sides' changes to `base`. Where they overlap, `left` stands before `right`: hand the older one in first.
 * Without a base nothing tells an addition from a deletion, so both are kept whole.
 */
export function mergeTexts(base: string | undefined, left: string, right: string): MergedText {
  if (left === right || right === base) return { text: left, conflict: false };
  if (left === base) return { text: right, conflict: false };
  const merged = base === undefined ? undefined : mergeChanges(base, left, right);
  return merged ?? { text: [left, right].filter((text) => text !== '').join('\n\n'), conflict: true };
}

function mergeChanges(base: string, left: string, right: string): MergedText | undefined {
  const paragraphs = compare(sidesOf(paragraphsOf, base, left, right))?.map((stretch) =>
    'ok' in stretch ? { parts: stretch.ok, conflict: false } : mergeParagraphs(stretch.sides),
  );
  if (!paragraphs) return undefined;
  const text = paragraphs.flatMap(({ parts }) => parts).join('\n');
  if (isMissingAny(text, base, left, right)) return undefined;
  return { text, conflict: paragraphs.some(({ conflict }) => conflict) };
}

/**
 * A sentence that stood twice can lose one place to each side, and be gone although neither meant it. So what is new
 * on a side, and what both still have, is looked for in the result.
 */
function isMissingAny(text: string, base: string, left: string, right: string): boolean {
  const [before, one, other, after] = [sentencesIn(base), sentencesIn(left), sentencesIn(right), sentencesIn(text)];
  const wanted = [...one, ...other].filter((part) => !before.has(part) || (one.has(part) && other.has(part)));
  return wanted.some((part) => !after.has(part) && !text.includes(part));
}

interface Merged {
  readonly parts: readonly string[];
  readonly conflict: boolean;
}

/** Where both sides only changed paragraphs, each is merged on its own; otherwise all of both is kept. */
function mergeParagraphs({ base, left, right }: Sides): Merged {
  const paired = left.length === base.length && right.length === base.length;
  if (!paired) return { parts: [...left, ...right], conflict: true };
  const merged = base.map((paragraph, index) => mergeParagraph(paragraph, left[index] ?? '', right[index] ?? ''));
  return { parts: merged.flatMap(({ parts }) => parts), conflict: merged.some(({ conflict }) => conflict) };
}

function mergeParagraph(base: string, left: string, right: string): Merged {
  if (left === right || right === base) return { parts: [left], conflict: false };
  if (left === base) return { parts: [right], conflict: false };
  const stretches = compare(sidesOf(sentencesOf, base, left, right));
  // With no sentence in common these are two paragraphs, not two versions of one.
  if (!stretches?.some((stretch) => 'ok' in stretch && stretch.ok.join('').trim() !== '')) {
    return { parts: [left, right], conflict: true };
  }
  const texts = stretches.map((stretch) =>
    'ok' in stretch ? stretch.ok.join('') : besides(stretch.sides.left.join(''), stretch.sides.right.join('')),
  );
  return { parts: [texts.join('')], conflict: stretches.some((stretch) => 'sides' in stretch) };
}

const sidesOf = (split: (text: string) => string[], base: string, left: string, right: string): Sides => ({
  base: split(base),
  left: split(left),
  right: split(right),
});

/** One line each, blank ones too, so that joining them again gives the same text. */
const paragraphsOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/**
 * Sentences and the space between them. By hand, since `Intl.Segmenter` cuts differently from browser to browser, and
 * two devices would show different texts. A cut too many does no harm: the parts are put together as they were.
 */
const sentencesOf = (paragraph: string): string[] =>
  paragraph.split(/(?<=[.!?…]["'”’»)\]]?)(\s+)|(?<=[。！？][」』”]?)(?![」』”])/).filter((part) => part);

const sentencesIn = (text: string): Set<string> =>
  new Set(paragraphsOf(text).flatMap((paragraph) => sentencesOf(paragraph).filter((part) => part.trim() !== '')));

const besides = (one: string, other: string): string =>
  one === '' || other === '' || /\s$/.test(one) || /^\s/.test(other) ? one + other : `${one} ${other}`;

/** Two texts with one stamp, from two copies of a profile, are no ground to stand on: which one was seen is unknown. */
function bySoleStamp(past: readonly TextVersion[]): Map<Stamp, TextVersion> {
  const found = new Map(past.map((version) => [version.at, version]));
  for (const version of past) if (found.get(version.at) !== version) found.delete(version.at);
  return found;
}

function ancestors(head: TextVersion | undefined, past: ReadonlyMap<Stamp, TextVersion>): Map<Stamp, TextVersion> {
  const found = new Map<Stamp, TextVersion>();
  const ahead = [...(head?.on ?? [])];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    const version = past.get(at);
    if (!version || found.has(at)) continue;
    found.set(at, version);
    ahead.push(...version.on);
  }
  return found;
}

const newestText = (versions: ReadonlyMap<Stamp, TextVersion>): string | undefined => {
  const newest = greatest(versions.keys());
  return newest === undefined ? undefined : versions.get(newest)?.text;
};
