import { type Commitment, endCommitment, newCommitment, pauseCommitment } from '@core/domain/commitment.ts';
import { parseCommitment } from '@core/domain/commitment-row.ts';
import { isDueOn, stateOn } from '@core/domain/due.ts';
import { lastDayByDefault, lastDayInput, needsLastDay, takeUpAgain } from '@core/domain/take-up-again.ts';
import { addDays } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { describe, expect, test } from 'vitest';
import { actOn, day, must, rowAfter } from './rows.ts';

const monday = day('2026-03-02');
const sunday = day('2026-03-08');
const later = day('2026-03-20');
const plain = { form: 'dated', text: 'Home', value: 'punctuality', aim: 'self', repeat: { type: 'daily' } } as const;

const daily = newCommitment({ ...plain, startsOn: monday, endsOn: sunday }, actOn('2026-03-02'), 'c1');
const once = newCommitment(
  { ...plain, repeat: { type: 'none' }, startsOn: monday, endsOn: monday },
  actOn('2026-03-02'),
  'c1',
);
const seenAfter = (first: Edit, ...edits: Edit[]): Commitment => must(parseCommitment(rowAfter(first, ...edits)));

describe('a promise that is taken up again', () => {
  test('on the day it ended is as it was', () => {
    const end = endCommitment(seenAfter(daily), day('2026-03-04'));
    const again = seenAfter(daily, end, takeUpAgain(seenAfter(daily, end), day('2026-03-04')));
    expect(again).toEqual(seenAfter(daily));
  });

  test('days after its end is due from that day, and nothing is owed for the days between', () => {
    const end = endCommitment(seenAfter(daily), day('2026-03-04'));
    const ended = seenAfter(daily, end);
    expect(needsLastDay(ended, day('2026-03-07'))).toBe(false);
    const again = seenAfter(daily, end, takeUpAgain(ended, day('2026-03-07')));
    const due = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter((one) => isDueOn(again, one));
    expect(due).toEqual(['2026-03-02', '2026-03-03', '2026-03-07', '2026-03-08']);
    expect(again).not.toHaveProperty('endedOn');
  });

  test('after its time gets a new last day, and the days since it was over are a rest', () => {
    const over = seenAfter(daily);
    expect(needsLastDay(over, later)).toBe(true);
    expect(lastDayByDefault(over, later)).toBe('2026-03-26');
    const again = seenAfter(daily, takeUpAgain(over, later, lastDayByDefault(over, later)));
    expect(again).toMatchObject({
      ...{ startsOn: '2026-03-02', endsOn: '2026-03-26' },
      pausedRanges: [{ from: '2026-03-09', to: '2026-03-19' }],
    });
    expect(isDueOn(again, sunday)).toBe(true);
    expect(isDueOn(again, later)).toBe(true);
  });

  test('ended by hand and then over its time has one rest, from the end', () => {
    const end = endCommitment(seenAfter(daily), day('2026-03-04'));
    const again = seenAfter(daily, end, takeUpAgain(seenAfter(daily, end), later, later));
    expect(again.pausedRanges).toEqual([{ from: '2026-03-04', to: '2026-03-19' }]);
    expect(stateOn(again, later)).toBe('active');
  });

  test('from a rest that had no end is on, and the rest stays where it was', () => {
    const rest = pauseCommitment(seenAfter(daily), day('2026-03-03'));
    const end = endCommitment(seenAfter(daily, rest), day('2026-03-05'));
    const again = seenAfter(daily, rest, end, takeUpAgain(seenAfter(daily, rest, end), day('2026-03-07')));
    expect(stateOn(again, day('2026-03-07'))).toBe('active');
    expect(stateOn(again, sunday)).toBe('active');
    expect(again.pausedRanges).toEqual([
      { from: '2026-03-03', to: '2026-03-04' },
      { from: '2026-03-05', to: '2026-03-06' },
    ]);
  });

  test('before its first day waits for it', () => {
    const end = endCommitment(seenAfter(daily), day('2026-02-20'));
    const again = seenAfter(daily, end, takeUpAgain(seenAfter(daily, end), day('2026-02-25')));
    expect(again).toEqual(seenAfter(daily));
  });

  test('and does not repeat moves to its new day, today if nothing else is said', () => {
    const over = seenAfter(once);
    expect(lastDayByDefault(over, later)).toBe(later);
    const again = seenAfter(once, takeUpAgain(over, later, later));
    expect(again).toMatchObject({ startsOn: later, endsOn: later, pausedRanges: [] });
    expect(isDueOn(again, later)).toBe(true);
  });
});

test('a new last day is today or later, and no more than ten years away', () => {
  const errorOf = (raw: unknown) => {
    const checked = lastDayInput(raw, later);
    return checked.ok ? checked.value : checked.error.map(({ type }) => type);
  };
  expect(errorOf('2026-03-20')).toBe('2026-03-20');
  expect(errorOf('2026-03-19')).toEqual(['dayOver']);
  expect(errorOf('2046-03-19')).toEqual(['tooFarAhead']);
  expect(errorOf('2026-02-31')).toEqual(['noSuchDay']);
  expect(errorOf('')).toEqual(['noSuchDay']);
});
