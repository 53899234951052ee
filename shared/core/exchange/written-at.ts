// When a record was written down, on the clock of where that was, as files say it.

import { dayAt, minuteOfDay } from '../kernel/local-day.ts';
import type { Fields } from '../kernel/record.ts';

/** `HH:MM`, when it was written on its own day. */
export function clockTime(fields: Fields): string {
  const [day, time = ''] = writtenAt(fields).split('T');
  return day === fields['day'] ? time.slice(0, 5) : '';
}

/** `2026-11-23T08:30+01:00`, or nothing when the record does not tell. */
export function writtenAt({ when }: Fields): string {
  const { at, offset } = Object(when) as { readonly at?: unknown; readonly offset?: unknown };
  if (typeof at !== 'number' || typeof offset !== 'number' || Math.abs(at) > 8e15 || Math.abs(offset) > 1440) return '';
  const zone = Math.abs(Math.trunc(offset));
  return `${dayAt(at, offset)}T${hours(minuteOfDay(at, offset))}${offset < 0 ? '-' : '+'}${hours(zone)}`;
}

const hours = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const two = (number: number): string => String(number).padStart(2, '0');
