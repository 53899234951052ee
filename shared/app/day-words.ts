// Days, hours and weekdays as the person's language writes them.

import { daysBetween, dayToInstant, type LocalDay } from '@core/kernel/local-day.ts';
import type { Words } from '@i18n/translate.ts';

/** "Today", "Yesterday", or the weekday and date; with the year when it is another one. */
export function dayName(t: Words, day: LocalDay, today: LocalDay): string {
  const ago = daysBetween(day, today);
  if (ago === 0) return t('app.today');
  if (ago === 1) return t('app.yesterday');
  return longDay(t, day, today);
}

/** "Monday, 16 November" */
export function longDay(t: Words, day: LocalDay, today: LocalDay): string {
  return format(t, day, { weekday: 'long', day: 'numeric', month: 'long', ...yearOf(day, today) });
}

/** "16 Nov" */
export function shortDay(t: Words, day: LocalDay, today: LocalDay): string {
  return format(t, day, { day: 'numeric', month: 'short', ...yearOf(day, today) });
}

/** "18:30" or "6:30 PM"; `time` is `HH:MM`. With plain spaces, as a person types it. */
export function timeName(t: Words, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const style = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
  const name = new Intl.DateTimeFormat(t.locale, style).format((hours * 60 + minutes) * 60_000);
  return name.replace(/\s/g, ' ');
}

/** `weekday` is ISO: Monday 1 … Sunday 7. */
export function weekdayName(t: Words, weekday: number, width: 'long' | 'short'): string {
  const aMonday = '2024-01-01' as LocalDay;
  return format(t, aMonday, { weekday: width }, weekday - 1);
}

/** "Monday, Wednesday and Friday" */
export const listOf = (t: Words, items: readonly string[]): string =>
  new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(items);

const yearOf = (day: LocalDay, today: LocalDay): Intl.DateTimeFormatOptions =>
  day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };

function format(t: Words, day: LocalDay, style: Intl.DateTimeFormatOptions, later = 0): string {
  const instant = dayToInstant(day) + later * 86_400_000;
  return new Intl.DateTimeFormat(t.locale, { ...style, timeZone: 'UTC' }).format(instant);
}
