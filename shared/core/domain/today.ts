// The one precomputed row that a new tab reads: what it needs for its first sentence, and no more. On the way to the
// first paint, therefore parsed by hand and without the record parsers; `today-reduce.ts` writes it.

import { addDays, type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import type { Commitment } from './commitment.ts';
import { isStillDue } from './due.ts';
import type { OutcomeResult } from './outcome.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';
import { values } from './value.ts';

export type TodayCommitment = Omit<Commitment, 'state' | 'day' | 'deleted' | 'editedAt'>;

export interface Today {
  /** Every promise that may still be due, sorted by id. */
  readonly commitments: readonly TodayCommitment[];
  /** By `answerKey`. */
  readonly answers: Readonly<Record<string, OutcomeResult>>;
  readonly settings: Settings;
  /** Ms since 1970: see `isQuiet`. */
  readonly quietUntil?: number;
  /** The newest day for which what is past was dropped. */
  readonly through?: LocalDay;
}

export interface DuePromise {
  readonly commitment: TodayCommitment;
  readonly answer?: OutcomeResult;
}

export const emptyToday: Today = { commitments: [], answers: {}, settings: defaultSettings };

export const answerKey = (commitmentId: string, day: LocalDay): string => `${commitmentId}|${day}`;

/** The promises of `day`, in the order in which they come up. One that was answered stays, even if paused since. */
export function promisesFor(today: Today, day: LocalDay): DuePromise[] {
  return today.commitments
    .flatMap((commitment): DuePromise[] => {
      const answerOn = (other: LocalDay) => today.answers[answerKey(commitment.id, other)];
      const answer = answerOn(day);
      if (answer) return [{ commitment, answer }];
      return isStillDue(commitment, day, today.settings.weekStart, answerOn) ? [{ commitment }] : [];
    })
    .sort((a, b) => inOrder(a.commitment, b.commitment));
}

/** The one sentence to show: the first that has no answer. Without one, `dayState` tells whether there was any. */
export const nextPromise = (today: Today, day: LocalDay): TodayCommitment | undefined =>
  promisesFor(today, day).find(({ answer }) => !answer)?.commitment;

export function dayState(today: Today, day: LocalDay): 'open' | 'allAnswered' | 'nothingDue' {
  const promises = promisesFor(today, day);
  if (promises.length === 0) return 'nothingDue';
  return promises.every(({ answer }) => answer) ? 'allAnswered' : 'open';
}

/** May be offered once more on `day`. What is older is never asked about. */
export const unansweredYesterday = (today: Today, day: LocalDay): TodayCommitment[] =>
  promisesFor(today, addDays(day, -1)).flatMap(({ commitment, answer }) => (answer ? [] : [commitment]));

/**
 * The row as it was read, or nothing when any part is not as we write it, or when it was last written under a clock so
 * far ahead of `day` that too much was dropped as past: the store then makes it anew.
 */
export function parseToday(raw: unknown, day: LocalDay): Today | undefined {
  if (!isObject(raw)) return undefined;
  const { commitments, answers, quietUntil, through } = raw;
  const isWhole =
    isListOf(commitments, isCommitment) &&
    isObject(answers) &&
    Object.values(answers).every((answer) => isText(answer)) &&
    isObject(raw['settings']) &&
    (quietUntil === undefined || typeof quietUntil === 'number') &&
    (through === undefined || (isDay(through) && through <= addDays(day, 1)));
  return isWhole ? ({ ...raw, settings: readSettings(raw['settings']) } as unknown as Today) : undefined;
}

// Timed ones first, by the clock; then untimed ones; the if-then last; among equals in the order of their making.
const inOrder = (a: TodayCommitment, b: TodayCommitment): number =>
  compare(turn(a), turn(b)) || a.madeAt - b.madeAt || compare(a.id, b.id);

const turn = ({ form, dueTime = '~' }: TodayCommitment): string => (form === 'ifThen' ? '~~' : dueTime);

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const isText = (raw: unknown): boolean => typeof raw === 'string';
const isDay = (raw: unknown): raw is LocalDay => parseLocalDay(raw) !== undefined;
const isDayOrAbsent = (raw: unknown): boolean => raw === undefined || isDay(raw);
const isListOf = (raw: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(raw) && raw.every(isItem);

const isCommitment = (raw: unknown): boolean =>
  isObject(raw) &&
  ['id', 'text', 'aim'].every((name) => isText(raw[name])) &&
  ['dueTime', 'glance', 'ifText', 'thenText'].every((name) => raw[name] === undefined || isText(raw[name])) &&
  (raw['form'] === 'dated' || raw['form'] === 'ifThen') &&
  values.some((value) => value === raw['value']) &&
  typeof raw['madeAt'] === 'number' &&
  isDay(raw['startsOn']) &&
  isDay(raw['endsOn']) &&
  isDayOrAbsent(raw['endedOn']) &&
  isListOf(raw['pausedRanges'], (range) => isObject(range) && isDay(range['from']) && isDayOrAbsent(range['to'])) &&
  isRepeat(raw['repeat']);

function isRepeat(raw: unknown): boolean {
  if (!isObject(raw)) return false;
  const { type, days, times } = raw;
  if (type === 'weekdays') return Array.isArray(days);
  return type === 'perWeek' ? typeof times === 'number' : type === 'none' || type === 'daily';
}
