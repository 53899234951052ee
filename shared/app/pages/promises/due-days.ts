// The days of a promise that have come, the newest first: those on which it was due, and those with an answer anyway.

import type { Commitment } from '@core/domain/commitment.ts';
import { isStillDue } from '@core/domain/due.ts';
import type { Outcome } from '@core/domain/outcome.ts';
import { addDays, type LocalDay } from '@core/kernel/local-day.ts';

export interface DueDay {
  readonly day: LocalDay;
  readonly outcome: Outcome | undefined;
}

interface DueDaysOptions {
  readonly commitment: Commitment;
  readonly outcomes: ReadonlyMap<LocalDay, Outcome>;
  readonly today: LocalDay;
  readonly weekStart: number;
  /** How many are wanted. */
  readonly most: number;
  /** A day that is wanted however many come before it. */
  readonly atLeastTo?: LocalDay | undefined;
}

export function dueDays({ commitment, outcomes, today, weekStart, most, atLeastTo }: DueDaysOptions) {
  // An answer may stand on a day ahead of today (a flight west) or before the promise began (its dates were changed).
  const answered = [...outcomes.keys()].sort();
  const first = earliest(commitment.startsOn, answered[0]);
  const ended = commitment.endedOn ?? commitment.endsOn;
  const last = latest(ended < today ? ended : today, answered.at(-1));
  const answerOn = (day: LocalDay) => outcomes.get(day)?.result;

  const found: DueDay[] = [];
  for (let day = last; day >= first; day = addDays(day, -1)) {
    const outcome = outcomes.get(day);
    if (!outcome && (day > today || !isStillDue(commitment, day, weekStart, answerOn))) continue;
    if (found.length >= most && (atLeastTo === undefined || day < atLeastTo)) return { days: found, more: true };
    found.push({ day, outcome });
  }
  return { days: found, more: false };
}

const earliest = (a: LocalDay, b: LocalDay | undefined): LocalDay => (b !== undefined && b < a ? b : a);
const latest = (a: LocalDay, b: LocalDay | undefined): LocalDay => (b !== undefined && b > a ? b : a);
