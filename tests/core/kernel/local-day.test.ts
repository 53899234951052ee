import type { LocalDay } from '@core/kernel/local-day.ts';
import {
  actAt,
  addDays,
  dayAt,
  daysBetween,
  minuteOfDay,
  parseLocalDay,
  weekdayOf,
  weekStart,
} from '@core/kernel/local-day.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetIn, standingClock } from '../../support/clock.ts';

const day = (text: string): LocalDay => {
  const parsed = parseLocalDay(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
};

const zones = [
  'UTC',
  'Europe/Budapest',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Asia/Gaza',
  'Africa/Cairo',
  'Africa/Casablanca',
];

describe('a day', () => {
  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2025-02-29',
    '0000-01-01',
    '2026-1-1',
    '',
    'today',
    '2026-11-23T00:00',
  ])('%s is no day', (text) => expect(parseLocalDay(text)).toBeUndefined());

  test.each([20261123, null, undefined, {}, ['2026-11-23']])('%s is no day, because it is not a text', (value) =>
    expect(parseLocalDay(value)).toBeUndefined(),
  );

  test('a leap day exists in its year', () => expect(parseLocalDay('2028-02-29')).toBe('2028-02-29'));

  test('it is the one on the calendar of the place, not of Greenwich', () => {
    const at = Date.parse('2026-11-23T23:30:00Z');
    expect(dayAt(at, 14 * 60)).toBe('2026-11-24');
    expect(dayAt(at, -11 * 60)).toBe('2026-11-23');
  });

  test('three seconds before and after midnight are two days', () => {
    expect(actAt(standingClock('2026-03-07T22:59:58Z', 'Europe/Budapest')).day).toBe('2026-03-07');
    expect(actAt(standingClock('2026-03-07T23:00:03Z', 'Europe/Budapest')).day).toBe('2026-03-08');
  });

  test('flying over the date line skips a date or has it twice, and arithmetic does not mind', () => {
    const clock = standingClock('2026-05-01T20:00:00Z', 'Pacific/Niue');
    expect(actAt(clock).day).toBe('2026-05-01');
    clock.place = 'Pacific/Kiritimati';
    expect(actAt(clock).day).toBe('2026-05-02');
    expect(daysBetween(day('2026-05-01'), actAt(clock).day)).toBe(1);
  });

  test('an act carries day, zone, offset in minutes and instant', () => {
    expect(actAt(standingClock('2026-07-01T10:00:00Z', 'Asia/Kathmandu'))).toEqual({
      day: '2026-07-01',
      zone: 'Asia/Kathmandu',
      offset: 345,
      at: Date.parse('2026-07-01T10:00:00Z'),
    });
  });

  test('minutes of the day follow the wall clock', () => {
    expect(minuteOfDay(Date.parse('2026-01-01T00:30:00Z'), -60)).toBe(23 * 60 + 30);
    expect(minuteOfDay(Date.parse('1969-12-31T23:59:00Z'), 0)).toBe(23 * 60 + 59);
  });

  test('23 November 2026 is a Monday, and its week starts with it or with the Sunday before', () => {
    expect(weekdayOf(day('2026-11-23'))).toBe(1);
    expect(weekStart(day('2026-11-26'))).toBe('2026-11-23');
    expect(weekStart(day('2026-11-26'), 7)).toBe('2026-11-22');
  });
});

describe('every change of the clocks from 2020 to 2030 in twenty zones', () => {
  test.each(zones)('%s: each date comes once, in order, and a day later is the next date', (zone) => {
    let previous = dayAt(Date.UTC(2020, 0, 1), offsetIn(Date.UTC(2020, 0, 1), zone));
    const hour = 3_600_000;
    // Six-hour steps meet every date on both sides of every change without asking 88,000 times.
    for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2030, 0, 1); at += 6 * hour) {
      const now = dayAt(at, offsetIn(at, zone));
      if (now === previous) continue;
      expect(now).toBe(addDays(previous, 1));
      expect(daysBetween(previous, now)).toBe(1);
      previous = now;
    }
  });
});

describe('arithmetic on days', () => {
  const days = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => dayAt(date.getTime(), 0));

  test('going n days on and back again is standing still', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (start, count) => {
        expect(addDays(addDays(start, count), -count)).toBe(start);
        expect(daysBetween(start, addDays(start, count))).toBe(count);
      }),
    );
  });

  test('a week has its seven weekdays in order', () => {
    fc.assert(
      fc.property(days, (start) => {
        expect(weekdayOf(addDays(start, 1))).toBe((weekdayOf(start) % 7) + 1);
      }),
    );
  });
});
