// A promise: a small act with a day and perhaps a time, or an if-then for one week.

import { type Act, addDays, type LocalDay } from '../kernel/local-day.ts';
import type { Edit, Fields } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { changedFields } from './changed-fields.ts';
import { type CommitmentForm, forms, timeShape } from './commitment-shape.ts';
import { stateOn } from './due.ts';
import { given } from './given.ts';
import { checkForm, type FieldError, type FormCheck, type Raw } from './input.ts';
import { limits } from './limits.ts';
import { type Aim, aims, type Value, values } from './value.ts';
import { whenOf } from './when.ts';

/** `weekdays` are ISO: Monday 1 … Sunday 7. `none` is due on its first day alone. */
export type Repeat =
  | { readonly type: 'none' }
  | { readonly type: 'daily' }
  | { readonly type: 'weekdays'; readonly days: readonly number[] }
  | { readonly type: 'perWeek'; readonly times: number };

export type CommitmentState = 'active' | 'paused' | 'ended';

/** Both days inclusive; without `to` the pause is still on. */
export interface PausedRange {
  readonly from: LocalDay;
  readonly to?: LocalDay;
}

export interface Commitment {
  readonly id: string;
  readonly form: CommitmentForm;
  /** The act in the person's own words; of an if-then the same as `thenText`. */
  readonly text: string;
  readonly value: Value;
  readonly aim: Aim;
  /** `HH:MM` on the wall clock of wherever the person is that day. */
  readonly dueTime?: string;
  readonly repeat: Repeat;
  readonly startsOn: LocalDay;
  readonly endsOn: LocalDay;
  /** The first day without it, when it was ended before its time. */
  readonly endedOn?: LocalDay;
  readonly pausedRanges: readonly PausedRange[];
  /** Ended by hand, or in a pause that has no end yet. For a given day ask `stateOn`. */
  readonly state: CommitmentState;
  /** The person's own discreet wording. */
  readonly glance?: string;
  readonly ifText?: string;
  readonly thenText?: string;
  /** The day it was written down, and the instant (ms since 1970; 0 when unknown). */
  readonly day: LocalDay;
  readonly madeAt: number;
  readonly deleted: boolean;
  readonly editedAt: number;
}

/** What a form hands over: the fields that a person chooses. */
export type CommitmentInput = Omit<
  Commitment,
  'id' | 'endedOn' | 'pausedRanges' | 'state' | 'day' | 'madeAt' | 'deleted' | 'editedAt'
>;

/** Promises active beside the one in the form. */
export interface ActiveCount {
  readonly activeDated: number;
  readonly activeIfThen: number;
}

const mostActive = { dated: 3, ifThen: 2 } as const;
const daysByDefault = 7;
const daysAhead = 3653;

/**
 * A form, checked. `startsOn` defaults to today and `endsOn` to six days later; an if-then is daily for its time, and
 * a promise that does not repeat ends on its day. `rests`: it is not active today, so it needs no room. Errors: one for each field that is refused, `tooManyActive` on
 * `form`. Source: practices, commitment.
 */
export function commitmentInput(
  raw: Raw<CommitmentInput>,
  context: ActiveCount & { readonly today: LocalDay; readonly rests?: boolean },
): Result<CommitmentInput, FieldError<keyof CommitmentInput>[]> {
  const check = checkForm<keyof CommitmentInput>();
  const form = check.choice('form', raw.form, forms);
  const isIfThen = form === 'ifThen';
  const ifText = isIfThen ? check.line('ifText', raw.ifText, limits.promise) : undefined;
  const thenText = isIfThen ? check.line('thenText', raw.thenText, limits.promise) : undefined;
  const text = isIfThen ? thenText : check.line('text', raw.text, limits.promise);
  const value = check.choice('value', raw.value, values);
  const aim = check.choice('aim', raw.aim, aims);
  const repeat = isIfThen ? ({ type: 'daily' } as const) : repeatInput(raw.repeat, check);
  const dueTime = isIfThen || isBlank(raw.dueTime) ? undefined : timeInput(raw.dueTime, check);
  const glance = check.optionalLine('glance', raw.glance, limits.glance);
  const days = daysInput(raw, repeat, context.today, check);
  if (form && days && !context.rests && days.endsOn >= context.today && !hasRoom(form, context))
    check.refuse('form', 'tooManyActive');
  const isWhole = form && text && value && aim && repeat && days;
  return check.result(
    isWhole ? { form, text, value, aim, repeat, ...days, ...given({ dueTime, glance, ifText, thenText }) } : undefined,
  );
}

/** No promise reaches further. */
export const latestLastDay = (today: LocalDay): LocalDay => addDays(today, daysAhead + daysByDefault);

/** How many promises are active today, `except` the one that is being edited. */
export function countActive(commitments: readonly Commitment[], today: LocalDay, except?: string): ActiveCount {
  const active = commitments.filter((one) => one.id !== except && !one.deleted && stateOn(one, today) === 'active');
  const activeIfThen = active.filter((one) => one.form === 'ifThen').length;
  return { activeDated: active.length - activeIfThen, activeIfThen };
}

/** Whether one more may be active: ask before resuming, reopening or restoring, too. */
export const hasRoom = (form: CommitmentForm, { activeDated, activeIfThen }: ActiveCount): boolean =>
  form === 'ifThen' ? activeIfThen < mostActive.ifThen : activeDated < mostActive.dated;

export const newCommitment = (input: CommitmentInput, act: Act, id: string): Edit =>
  edit(id, { ...fieldsOf(input), pausedRanges: [], day: act.day, ...whenOf(act), deleted: false });

/** `shown` is the promise as it stood in the form: what was left as it was is not written. */
export const changeCommitment = (shown: Commitment, input: CommitmentInput): Edit =>
  edit(shown.id, changedFields(fieldsOf(shown), fieldsOf(input)));

/** Not due from `day` on, until resumed or, when given, up to and including `to`. Other rests stay as they are. */
export function pauseCommitment(commitment: Commitment, day: LocalDay, to?: LocalDay): Edit {
  const isOpen = ({ to: end }: PausedRange) => end === undefined; // only one rest is without an end: the newest
  const others = commitment.pausedRanges.flatMap((range) => (isOpen(range) ? endBefore(range, day) : range));
  return edit(commitment.id, { pausedRanges: asJson([...others, { from: day, ...given({ to }) }]) });
}

/** Due again from `day` on, until the next rest that was planned. */
export function resumeCommitment(commitment: Commitment, day: LocalDay): Edit {
  const covers = ({ from, to }: PausedRange) => from <= day && (to === undefined || to >= day);
  const ranges = commitment.pausedRanges.flatMap((range) => (covers(range) ? endBefore(range, day) : range));
  return edit(commitment.id, { pausedRanges: asJson(ranges) });
}

/** Not due from `day` on. The days before stay as they were, and so does an answer given on `day`. */
export const endCommitment = (commitment: Commitment, day: LocalDay): Edit => edit(commitment.id, { endedOn: day });

export const deleteCommitment = (id: string): Edit => edit(id, { deleted: true });

export const restoreCommitment = (id: string): Edit => edit(id, { deleted: false });

const edit = (id: string, set: Fields): Edit => ({ kind: 'commitment', row: { id }, set });

/** All fields of the form: what is absent is cleared. */
const fieldsOf = (input: CommitmentInput): Fields => ({
  ...{ form: input.form, text: input.text, value: input.value, aim: input.aim, repeat: input.repeat },
  ...{ startsOn: input.startsOn, endsOn: input.endsOn, dueTime: input.dueTime ?? null, glance: input.glance ?? null },
  ...{ ifText: input.ifText ?? null, thenText: input.thenText ?? null },
});

/** What is left of a rest that ends with the day before `day`; nothing when it had not begun. */
const endBefore = ({ from }: PausedRange, day: LocalDay): PausedRange[] =>
  from < day ? [{ from, to: addDays(day, -1) }] : [];

const asJson = (ranges: readonly PausedRange[]) => ranges.map((range) => ({ ...range }));

type Check = FormCheck<keyof CommitmentInput>;

const isBlank = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';

const timeInput = (raw: unknown, check: Check): string | undefined =>
  typeof raw === 'string' && timeShape.test(raw) ? raw : check.refuse('dueTime', 'noSuchTime');

function repeatInput(raw: unknown, check: Check): Repeat | undefined {
  const { type, days, times } = Object(raw) as Readonly<Record<string, unknown>>;
  const weekdays = Array.isArray(days) ? [1, 2, 3, 4, 5, 6, 7].filter((weekday) => days.includes(weekday)) : [];
  switch (type) {
    case 'none':
    case 'daily':
      return { type };
    case 'weekdays':
      return weekdays.length > 0 ? { type, days: weekdays } : check.refuse('repeat', 'noWeekday');
    case 'perWeek':
      return typeof times === 'number' && Number.isInteger(times) && times >= 1 && times <= 7
        ? { type, times }
        : check.refuse('repeat', 'timesPerWeek');
    default:
      return check.refuse('repeat', 'unknownChoice');
  }
}

function daysInput(raw: Raw<CommitmentInput>, repeat: Repeat | undefined, today: LocalDay, check: Check) {
  const latest = addDays(today, daysAhead);
  const startsOn = isBlank(raw.startsOn) ? today : check.day('startsOn', raw.startsOn);
  if (!startsOn) return undefined;
  if (startsOn > latest) return check.refuse('startsOn', 'tooFarAhead');
  if (repeat?.type === 'none') return { startsOn, endsOn: startsOn };
  const endsOn = isBlank(raw.endsOn) ? addDays(startsOn, daysByDefault - 1) : check.day('endsOn', raw.endsOn);
  if (!endsOn) return undefined;
  if (endsOn > latestLastDay(today)) return check.refuse('endsOn', 'tooFarAhead');
  return endsOn < startsOn ? check.refuse('endsOn', 'endsBeforeStart') : { startsOn, endsOn };
}
