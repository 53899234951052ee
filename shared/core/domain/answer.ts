// Giving an answer to a promise, and taking it back: what is written, and what is said after it. Apart from `outcome.ts`,
// because the new tab needs the five results before its first paint, and this only after a press.

import type { Act, LocalDay } from '../kernel/local-day.ts';
import type { Edit } from '../kernel/record.ts';
import { outcomeName } from './names.ts';
import type { OutcomeResult } from './outcome.ts';
import { whenOf } from './when.ts';
import { toldEarlyEdit, type WinType } from './win.ts';

export interface Answer {
  readonly commitment: { readonly id: string };
  /** The day that stood on the screen, whatever the clock says by now. */
  readonly day: LocalDay;
  readonly result: OutcomeResult;
  /** Checked by `checkBody`, up to `limits.note`. Absent: a note from before stays. Empty: it goes. */
  readonly note?: string;
}

/**
 * An answer, or another answer for the same day: there is one row for each promise and day, and the newest stands.
 * `changedWithNotice` also brings the win `toldEarly`; every other answer takes it away, even one that another
 * device has written and this one has not seen yet.
 */
export function answerEdits({ commitment, day, result, note }: Answer, act: Act): Edit[] {
  const set = { of: commitment.id, day, result, ...whenOf(act), deleted: false };
  const outcome = { kind: 'outcome', row: rowFor(commitment.id, day) };
  return [
    { ...outcome, set: note === undefined ? set : { ...set, note: note === '' ? null : note } },
    toldEarlyEdit(commitment.id, day, result === 'changedWithNotice' ? act : undefined),
  ];
}

/** No answer, as if none had been given. */
export const withdrawAnswer = (commitmentId: string, day: LocalDay): Edit[] => [
  { kind: 'outcome', row: rowFor(commitmentId, day), set: { note: null, deleted: true } },
  toldEarlyEdit(commitmentId, day, undefined),
];

/** The act to name in a celebration; nothing for an answer that is not celebrated. */
export function celebratedAct(result: OutcomeResult): WinType | undefined {
  if (result === 'kept') return 'followedThrough';
  return result === 'changedWithNotice' ? 'toldEarly' : undefined;
}

/** Names the line to show after an answer that is not celebrated. */
export const linesAfter = {
  partly: 'afterPartly',
  notKept: 'afterNotKept',
  didNotComeUp: 'afterDidNotComeUp',
} as const satisfies Partial<Record<OutcomeResult, string>>;

const rowFor = (commitmentId: string, day: LocalDay) => ({ name: outcomeName(commitmentId, day) });
