// Which records go out, and for whom. Nothing that goes out tells what stayed behind.

import type { Fields, Row } from '../kernel/record.ts';

/** What a person is asked about, in the order of the page. `notes` are own words beside an answer or a win. */
export const parts = ['promises', 'answers', 'wins', 'kindActs', 'notes', 'journal', 'other'] as const;
export type Part = (typeof parts)[number];

export type Audience = 'myself' | 'somebodyElse';

/** For somebody else the words that were written for nobody stay behind, unless they are asked for. */
export const partsFor = (audience: Audience): readonly Part[] =>
  audience === 'myself' ? parts : ['promises', 'answers', 'wins', 'kindActs'];

const partOfKind: Readonly<Record<string, Part | undefined>> = {
  commitment: 'promises',
  outcome: 'answers',
  win: 'wins',
  appreciation: 'kindActs',
  celebration: 'notes',
  journalEntry: 'journal',
};

/** Choices about the product, not words: they belong to a backup. */
const neverOut = 'settings';

/** Where somebody was, when they wrote, and the words they hide behind: nobody else's business. */
const privateFields: readonly string[] = ['when', 'glance'];

/** The chosen records, sorted, so that the same choice gives the same file. */
export function chooseRows(rows: readonly Row[], chosen: readonly Part[], audience: Audience): Row[] {
  const isKept = (name: string) =>
    (name !== 'note' || chosen.includes('notes')) && (audience === 'myself' || !privateFields.includes(name));
  return rows
    .filter(({ kind }) => kind !== neverOut && chosen.includes(partOf(kind)))
    .map((row) => ({ ...row, fields: partOf(row.kind) === 'other' ? row.fields : pick(row.fields, isKept) }))
    .sort((one, other) => compare(one.kind, other.kind) || compare(one.id, other.id));
}

const partOf = (kind: string): Part => (Object.hasOwn(partOfKind, kind) && partOfKind[kind]) || 'other';

const pick = (fields: Fields, isKept: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => isKept(name)));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
