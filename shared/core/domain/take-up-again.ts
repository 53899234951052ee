// Taking up a promise that is over: the same promise goes on, and what was answered before stays where it is.

import { addDays, type LocalDay } from '../kernel/local-day.ts';
import type { Edit } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { type Commitment, latestLastDay, type PausedRange, resumeCommitment } from './commitment.ts';
import { checkForm, type FieldError } from './input.ts';

/** Six days on, as for a new promise; a promise that does not repeat is for today. */
export const lastDayByDefault = ({ repeat }: Commitment, today: LocalDay): LocalDay =>
  repeat.type === 'none' ? today : addDays(today, 6);

/** Whether its time is over, so that taking it up again needs a new last day. */
export const needsLastDay = ({ endsOn }: Commitment, today: LocalDay): boolean => endsOn < today;

/** The new last day, checked. Errors: `noSuchDay`, `dayOver`, `tooFarAhead`. */
export function lastDayInput(raw: unknown, today: LocalDay): Result<LocalDay, FieldError<'endsOn'>[]> {
  const check = checkForm<'endsOn'>();
  const endsOn = check.day('endsOn', raw);
  if (endsOn && endsOn < today) check.refuse('endsOn', 'dayOver');
  if (endsOn && endsOn > latestLastDay(today)) check.refuse('endsOn', 'tooFarAhead');
  return check.result(endsOn);
}

/**
 * Due again from `today` on. The days since it was over become a rest: nothing is owed for them afterwards. `endsOn` is
 * its new last day, for one whose time is over; without repeat that is the day it moves to.
 */
export function takeUpAgain(commitment: Commitment, today: LocalDay, endsOn?: LocalDay): Edit {
  const { row, kind, set } = resumeCommitment({ ...commitment, pausedRanges: withRest(commitment, today) }, today);
  const moved = endsOn && (commitment.repeat.type === 'none' ? { startsOn: endsOn, endsOn } : { endsOn });
  return { row, kind, set: { ...set, endedOn: null, ...moved } };
}

function withRest(commitment: Commitment, today: LocalDay): readonly PausedRange[] {
  const { repeat, startsOn, endsOn, endedOn, pausedRanges } = commitment;
  const after = addDays(endsOn, 1);
  const over = endedOn && endedOn < after ? endedOn : after;
  const from = over > startsOn ? over : startsOn;
  if (repeat.type === 'none' || from >= today) return pausedRanges;
  // A rest without an end would reach over the one added here: it ended with the promise.
  const before = pausedRanges.map((range) => ({ ...range, to: range.to ?? addDays(from, -1) }));
  return [...before.filter(({ from: begin, to }) => begin <= to), { from, to: addDays(today, -1) }];
}
