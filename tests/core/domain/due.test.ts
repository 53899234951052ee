import { isDueOn, isStillDue, type Schedule, stateOn } from '@core/domain/due.ts';
import type { OutcomeResult } from '@core/domain/outcome.ts';
import { addDays, dayAt, type LocalDay } from '@core/kernel/local-day.ts';
import { describe, expect, test } from 'vitest';
import { day } from './rows.ts';

const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  repeat: { type: 'daily' },
  startsOn: day('2026-03-02'), // a Monday
  endsOn: day('2026-03-29'),
  pausedRanges: [],
  ...changes,
});

const dueDays = (one: Schedule, from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addDays(day(from), i)).filter((each) => isDueOn(one, each));

describe('a promise is due', () => {
  test('each day from its first to its last, both included', () => {
    const week = schedule({ endsOn: day('2026-03-04') });
    expect(dueDays(week, '2026-02-27', 10)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  });

  test('on its first day alone when it does not repeat', () => {
    expect(dueDays(schedule({ repeat: { type: 'none' } }), '2026-03-01', 20)).toEqual(['2026-03-02']);
  });

  test('on the chosen weekdays, Monday being 1 and Sunday 7', () => {
    const one = schedule({ repeat: { type: 'weekdays', days: [1, 7] } });
    expect(dueDays(one, '2026-03-01', 10)).toEqual(['2026-03-02', '2026-03-08', '2026-03-09']);
  });

  test('on 29 February in a leap year, and on the day after 28 February in any other', () => {
    const long = schedule({ startsOn: day('2024-02-27'), endsOn: day('2027-03-02') });
    expect(dueDays(long, '2024-02-28', 3)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(dueDays(long, '2026-02-28', 2)).toEqual(['2026-02-28', '2026-03-01']);
  });

  test('on the day on the calendar, one minute before midnight and one after', () => {
    const one = schedule({ repeat: { type: 'none' } });
    const midnight = Date.parse('2026-03-02T23:00:00Z'); // in Budapest
    expect(isDueOn(one, dayAt(midnight - 60_000, 60))).toBe(true);
    expect(isDueOn(one, dayAt(midnight + 60_000, 60))).toBe(false);
  });

  test('on both sides of the date line by the calendar of the place', () => {
    const one = schedule({ repeat: { type: 'none' } });
    const instant = Date.parse('2026-03-02T10:30:00Z');
    expect(isDueOn(one, dayAt(instant, 14 * 60))).toBe(false); // Kiritimati is a day ahead
    expect(isDueOn(one, dayAt(instant, -11 * 60))).toBe(false); // Pago Pago is still on the day before
    expect(isDueOn(one, dayAt(instant, 0))).toBe(true);
  });
});

describe('a pause', () => {
  test('without an end takes away its first day and every day after', () => {
    const one = schedule({ pausedRanges: [{ from: day('2026-03-04') }] });
    expect(dueDays(one, '2026-03-02', 30)).toEqual(['2026-03-02', '2026-03-03']);
  });

  test('with an end gives the next day back', () => {
    const one = schedule({ pausedRanges: [{ from: day('2026-03-03'), to: day('2026-03-27') }] });
    expect(dueDays(one, '2026-03-01', 40)).toEqual(['2026-03-02', '2026-03-28', '2026-03-29']);
  });

  test('that lies backwards pauses nothing', () => {
    const one = schedule({
      pausedRanges: [{ from: day('2026-03-10'), to: day('2026-03-05') }],
      endsOn: day('2026-03-12'),
    });
    expect(dueDays(one, '2026-03-01', 20)).toHaveLength(11);
  });
});

describe('an end before its time', () => {
  const ended = schedule({ endedOn: day('2026-03-05') });

  test('takes away that day and what follows', () => {
    expect(isDueOn(ended, day('2026-03-05'))).toBe(false);
    expect(isDueOn(ended, day('2026-03-20'))).toBe(false);
  });

  test('never takes away a day before it', () => {
    expect(dueDays(ended, '2026-03-01', 30)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  });
});

test('the state of a promise depends on the day that is asked about', () => {
  const one = schedule({ pausedRanges: [{ from: day('2026-03-04'), to: day('2026-03-05') }] });
  const states = ['2026-03-03', '2026-03-04', '2026-03-06', '2026-03-29', '2026-03-30'].map((each) =>
    stateOn(one, day(each)),
  );
  expect(states).toEqual(['active', 'paused', 'active', 'active', 'ended']);
});

describe('a promise of two times a week', () => {
  const twice = schedule({ repeat: { type: 'perWeek', times: 2 } });
  const answered = (answers: Record<string, OutcomeResult>) => (each: LocalDay) => answers[each];

  test('is due every day until two answers exist, and rests for the others of that week', () => {
    const one = answered({ '2026-03-02': 'kept' });
    const two = answered({ '2026-03-02': 'kept', '2026-03-04': 'notKept' });
    expect(isStillDue(twice, day('2026-03-05'), 1, one)).toBe(true);
    expect(isStillDue(twice, day('2026-03-05'), 1, two)).toBe(false);
    expect(isStillDue(twice, day('2026-03-08'), 1, two)).toBe(false);
    expect(isStillDue(twice, day('2026-03-09'), 1, two)).toBe(true);
  });

  test('is still due when it did not come up', () => {
    const none = answered({ '2026-03-02': 'kept', '2026-03-03': 'didNotComeUp', '2026-03-04': 'didNotComeUp' });
    expect(isStillDue(twice, day('2026-03-05'), 1, none)).toBe(true);
  });

  test('stays due on a day whose own answer was the second', () => {
    const two = answered({ '2026-03-02': 'kept', '2026-03-04': 'kept' });
    expect(isStillDue(twice, day('2026-03-04'), 1, two)).toBe(true);
  });

  test('counts in the week of the person, which may start on Sunday', () => {
    const two = answered({ '2026-03-03': 'kept', '2026-03-04': 'kept' });
    expect(isStillDue(twice, day('2026-03-08'), 1, two)).toBe(false);
    expect(isStillDue(twice, day('2026-03-08'), 7, two)).toBe(true);
  });

  test('is not due outside its days or in a pause', () => {
    const none = answered({});
    expect(isStillDue(twice, day('2026-04-01'), 1, none)).toBe(false);
    expect(isStillDue({ ...twice, pausedRanges: [{ from: day('2026-03-01') }] }, day('2026-03-05'), 1, none)).toBe(
      false,
    );
  });
});
