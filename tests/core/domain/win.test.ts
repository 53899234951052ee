import type { Raw } from '@core/domain/input.ts';
import { values } from '@core/domain/value.ts';
import {
  changeWin,
  deleteWin,
  isWinType,
  newWin,
  restoreWin,
  valueOfWin,
  type WinInput,
  winInput,
  winTypes,
} from '@core/domain/win.ts';
import { parseWin } from '@core/domain/win-row.ts';
import { describe, expect, test } from 'vitest';
import { actOn, day, must, rowAfter, withFields } from './rows.ts';

const today = day('2026-03-02');
const act = actOn('2026-03-02');

const errorsOf = (raw: Raw<WinInput>, was?: string) => {
  const checked = winInput({ of: 'onTime', ...raw }, { today, ...(was && { was: day(was) }) });
  return checked.ok ? [] : checked.error.map(({ field, type }) => `${field}: ${type}`);
};

describe('the wins on offer', () => {
  test('are thirteen acts for eight values', () => {
    expect(winTypes).toHaveLength(13);
    expect(new Set(winTypes.map(({ type }) => type)).size).toBe(13);
    expect(new Set(winTypes.map(({ value }) => value))).toEqual(new Set(values));
  });

  test('are three fewer while the partner has asked for room', () => {
    const withPartner = winTypes.filter((known) => known.withPartner).map(({ type }) => type);
    expect(withPartner).toEqual(['bidTurnedToward', 'sharedTheirJoy', 'listened']);
  });

  test('have one value each', () => {
    expect(valueOfWin('leftRoom')).toBe('patience');
    expect(valueOfWin('onTime')).toBe('punctuality');
    expect(isWinType('toString')).toBe(false);
  });
});

describe('a form for a win', () => {
  test('needs only what was done', () => {
    expect(must(winInput({ of: 'listened' }, { today }))).toEqual({ of: 'listened', day: '2026-03-02' });
  });

  test('may be for any day that has begun', () => {
    expect(errorsOf({ day: '2020-02-29' })).toEqual([]);
    expect(errorsOf({ day: '2026-03-03' })).toEqual(['day: inFuture']);
    expect(errorsOf({ day: '2026-02-29' })).toEqual(['day: noSuchDay']);
  });

  test('leaves an old win on its day even after a flight west over the date line', () => {
    expect(errorsOf({ day: '2026-03-03' }, '2026-03-03')).toEqual([]);
    expect(errorsOf({ day: '2026-03-04' }, '2026-03-03')).toEqual(['day: inFuture']);
  });

  test('takes a note of some lines, and no longer one', () => {
    expect(must(winInput({ of: 'present', note: 'We cooked.\nNo phone.' }, { today })).note).toBe(
      'We cooked.\nNo phone.',
    );
    expect(must(winInput({ of: 'present', note: ' \n ' }, { today }))).not.toHaveProperty('note');
    expect(errorsOf({ note: 'é'.repeat(501) })).toEqual(['note: tooLong']);
    expect(errorsOf({ note: 'x'.repeat(5_000_000), of: 'won', day: 7 })).toEqual([
      'of: unknownChoice',
      'day: noSuchDay',
      'note: tooLong',
    ]);
  });
});

describe('a win', () => {
  const created = newWin({ of: 'repaired', day: day('2026-03-01'), note: 'The shelf' }, act, 'w1');

  test('is read back with its value', () => {
    expect(must(parseWin(rowAfter(created)))).toEqual({
      ...{
        id: 'w1',
        of: 'repaired',
        value: 'repair',
        day: '2026-03-01',
        note: 'The shelf',
        deleted: false,
        editedAt: 1000,
      },
    });
  });

  test('says when it was logged, beside the day it is for', () => {
    expect(created.set).toMatchObject({ day: '2026-03-01', when: { at: act.at } });
  });

  test('changes its value with its type', () => {
    const changed = rowAfter(
      created,
      changeWin(must(parseWin(rowAfter(created))), { of: 'leftRoom', day: day('2026-03-01') }),
    );
    expect(must(parseWin(changed))).toMatchObject({ of: 'leftRoom', value: 'patience' });
    expect(must(parseWin(changed))).not.toHaveProperty('note');
  });

  test('takes its value from its type, whatever a merge left in the row', () => {
    expect(must(parseWin(withFields(rowAfter(created), { value: 'honesty' }))).value).toBe('repair');
  });

  test('is deleted by a field, and comes back by one', () => {
    expect(must(parseWin(rowAfter(created, deleteWin('w1')))).deleted).toBe(true);
    expect(must(parseWin(rowAfter(created, deleteWin('w1'), restoreWin('w1')))).deleted).toBe(false);
  });

  test('of an unknown type is refused', () => {
    expect(parseWin(withFields(rowAfter(created), { of: 'wonTheLottery' })).ok).toBe(false);
  });
});
