// What a look at everything can find: what is not there, or not as it was written, and since which day of the person's.

import { type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import type { Json } from '../kernel/record.ts';

export const findingKinds = [
  /** The newest actions are not there. */
  'tail',
  /** The oldest are not. */
  'front',
  /** Some between are not. */
  'gap',
  /** A link is not as it was written, or does not join the one before. */
  'link',
  /** The chain went another way than the one that the witness saw. */
  'fork',
  /** The witness speaks of another vault. */
  'foreign',
  /** Number and hash of the newest link are not those of the newest link. */
  'head',
  /** A record is not there. */
  'rowMissing',
  /** A record is not as it was written. */
  'rowAltered',
  /** An older version of a record is there in place of the newest. */
  'rowReplayed',
  /** A record is there that no link names. */
  'rowUnlinked',
  /** Records that are there do not come up in listings: the index has fewer entries than they have marks. */
  'index',
] as const;

export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** How many actions, or how many records where it is about records; 0 where nobody can say. */
  readonly count: number;
  /** The records it is about. */
  readonly rows: readonly string[];
  /** The nearest day before what is missing, or the first one of the records. */
  readonly from?: LocalDay;
  /** The nearest day after it, or the last one of the records. */
  readonly to?: LocalDay;
}

/** Sealed in `meta.loss`. `rows` comes first and whole for the write door, which reads nothing else of it. */
export const findingsToJson = (findings: readonly Finding[]): Json => ({
  rows: findings.flatMap(({ rows }) => rows),
  findings: findings as unknown as Json,
});

/** What `findingsToJson` wrote; none when it is nothing of that form. */
export function parseFindings(value: unknown): Finding[] {
  const { findings } = Object(value) as { readonly findings?: unknown };
  return Array.isArray(findings) ? findings.flatMap(parseFinding) : [];
}

function parseFinding(value: unknown): Finding[] {
  const { kind, count, rows, from, to } = Object(value) as Partial<Record<keyof Finding, unknown>>;
  const known = findingKinds.find((one) => one === kind);
  if (!known || !Number.isSafeInteger(count) || !Array.isArray(rows)) return [];
  const [first, last] = [parseLocalDay(from), parseLocalDay(to)];
  return [
    {
      kind: known,
      count: Number(count),
      rows: rows.filter((id): id is string => typeof id === 'string'),
      ...(first && { from: first }),
      ...(last && { to: last }),
    },
  ];
}
