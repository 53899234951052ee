// Calendar days. A day is what stood on the person's calendar, never a span of 24 hours: all arithmetic is on dates.

import type { Clock } from './clock.ts';

/** `YYYY-MM-DD`, a date that exists. */
export type LocalDay = string & { readonly __brand: 'LocalDay' };

/** When and where somebody did something. The day is the one on their screen, whatever the clock says later. */
export interface Act {
  readonly day: LocalDay;
  /** IANA zone. */
  readonly zone: string;
  /** Minutes east of UTC at that instant. */
  readonly offset: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/** The day that `text` names, or nothing when there is no such date (2026-02-30, 2026-13-01, year 0). */
export function parseLocalDay(text: unknown): LocalDay | undefined {
  const parts = typeof text === 'string' ? shape.exec(text) : null;
  if (!parts) return undefined;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1900) return undefined;
  const exact = new Date(Date.UTC(year, month - 1, date));
  return exact.getUTCMonth() === month - 1 && exact.getUTCDate() === date ? (text as LocalDay) : undefined;
}

/** The day on a calendar `offset` minutes east of UTC at the instant `at` (ms since 1970). */
export const dayAt = (at: number, offset: number): LocalDay =>
  dayOfNumber(Math.floor((at + offset * 60_000) / millisecondsPerDay));

/** The day on the person's calendar now. */
export const today = (clock: Clock): LocalDay => dayAt(clock.now(), clock.offset(clock.now()));

/** Minutes since midnight on a wall clock `offset` minutes east of UTC. */
export function minuteOfDay(at: number, offset: number): number {
  return (((Math.floor(at / 60_000) + offset) % 1440) + 1440) % 1440;
}

export function actAt(clock: Clock): Act {
  const at = clock.now();
  const offset = clock.offset(at);
  return { day: dayAt(at, offset), zone: clock.zone(), offset, at };
}

export const addDays = (day: LocalDay, count: number): LocalDay => dayOfNumber(dayNumber(day) + count);

/** Days from `from` to `to`: negative when `to` is earlier. */
export const daysBetween = (from: LocalDay, to: LocalDay): number => dayNumber(to) - dayNumber(from);

/** ISO weekday: Monday 1 … Sunday 7. */
export const weekdayOf = (day: LocalDay): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** The first day of the week of `day`, where a week starts on ISO weekday `startsOn`. */
export const weekStart = (day: LocalDay, startsOn = 1): LocalDay =>
  addDays(day, -((weekdayOf(day) - startsOn + 7) % 7));

/** `YYYY-MM` */
export const monthOf = (day: LocalDay): string => day.slice(0, 7);

/** Noon UTC of the day: an instant to hand to `Intl` with `timeZone: 'UTC'` when a day is to be shown. */
export const dayToInstant = (day: LocalDay): number => dayNumber(day) * millisecondsPerDay + millisecondsPerDay / 2;

function dayNumber(day: LocalDay): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay);
}

function dayOfNumber(number: number): LocalDay {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10) as LocalDay;
}
