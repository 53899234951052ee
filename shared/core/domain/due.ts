// On which days a promise is due. Light: the new tab reads this before its first paint.

import { addDays, type LocalDay, weekdayOf, weekStart } from '../kernel/local-day.ts';
import type { Commitment, CommitmentState } from './commitment.ts';
import type { OutcomeResult } from './outcome.ts';

/** What decides about days. All days are inclusive, but `endedOn` is the first day without the promise. */
export type Schedule = Pick<Commitment, 'repeat' | 'startsOn' | 'endsOn' | 'endedOn' | 'pausedRanges'>;

/** Whether the promise falls on `day`. For `perWeek` that is every day of its time: see `isStillDue`. */
export function isDueOn(schedule: Schedule, day: LocalDay): boolean {
  const { repeat, startsOn } = schedule;
  if (day < startsOn || stateOn(schedule, day) !== 'active') return false;
  if (repeat.type === 'none') return day === startsOn;
  return repeat.type !== 'weekdays' || repeat.days.includes(weekdayOf(day));
}

/**
 * `isDueOn`, and a promise of n times a week rests once that week has n answers on other days. `didNotComeUp` is
 * none of them. `weekStartsOn` is an ISO weekday, `answerOn` the answer that stands for a day.
 */
export function isStillDue(
  schedule: Schedule,
  day: LocalDay,
  weekStartsOn: number,
  answerOn: (day: LocalDay) => OutcomeResult | undefined,
): boolean {
  if (!isDueOn(schedule, day) || schedule.repeat.type !== 'perWeek') return isDueOn(schedule, day);
  const monday = weekStart(day, weekStartsOn);
  let answered = 0;
  for (let i = 0; i < 7; i++) {
    const other = addDays(monday, i);
    const answer = other === day ? undefined : answerOn(other);
    if (answer !== undefined && answer !== 'didNotComeUp') answered++;
  }
  return answered < schedule.repeat.times;
}

/** What the promise is on `day`. Its time being over is an end like any other; the days before it stay due. */
export function stateOn(schedule: Schedule, day: LocalDay): CommitmentState {
  const { endsOn, endedOn, pausedRanges } = schedule;
  if (day > endsOn || (endedOn !== undefined && day >= endedOn)) return 'ended';
  return pausedRanges.some(({ from, to }) => day >= from && (to === undefined || day <= to)) ? 'paused' : 'active';
}
