import {
  type Commitment,
  type CommitmentInput,
  changeCommitment,
  commitmentInput,
  countActive,
  deleteCommitment,
  endCommitment,
  hasRoom,
  newCommitment,
  pauseCommitment,
  restoreCommitment,
  resumeCommitment,
} from '@core/domain/commitment.ts';
import { parseCommitment } from '@core/domain/commitment-row.ts';
import { isDueOn } from '@core/domain/due.ts';
import type { Raw } from '@core/domain/input.ts';
import { addDays } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { describe, expect, test } from 'vitest';
import { actOn, day, must, rowAfter } from './rows.ts';

const today = day('2026-03-02');
const nothingElse = { today, activeDated: 0, activeIfThen: 0 };

const typed: Raw<CommitmentInput> = {
  form: 'dated',
  text: 'Home by 18:30',
  value: 'punctuality',
  aim: 'partner',
  repeat: { type: 'daily' },
};

const inputOf = (changes: Raw<CommitmentInput> = {}) => must(commitmentInput({ ...typed, ...changes }, nothingElse));

const errorsOf = (changes: Raw<CommitmentInput>, context = nothingElse) => {
  const checked = commitmentInput({ ...typed, ...changes }, context);
  return checked.ok ? [] : checked.error.map(({ field, type }) => `${field}: ${type}`);
};

const created = newCommitment(inputOf(), actOn('2026-03-02'), 'c1');
const promiseAfter = (...edits: Edit[]): Commitment => must(parseCommitment(rowAfter(created, ...edits)));

describe('a form for a promise', () => {
  test('runs for a week from today unless it says otherwise', () => {
    expect(inputOf()).toMatchObject({ startsOn: '2026-03-02', endsOn: '2026-03-08' });
    expect(inputOf({ startsOn: '2026-02-27' })).toMatchObject({ startsOn: '2026-02-27', endsOn: '2026-03-05' });
    expect(inputOf({ endsOn: '2026-03-02' })).toMatchObject({ endsOn: '2026-03-02' });
  });

  test('that does not repeat ends on its own day', () => {
    expect(inputOf({ repeat: { type: 'none' }, startsOn: '2026-03-05', endsOn: '2026-12-31' })).toMatchObject({
      startsOn: '2026-03-05',
      endsOn: '2026-03-05',
    });
  });

  test('keeps a time and a discreet wording, and leaves out what was left empty', () => {
    expect(inputOf({ dueTime: '18:30', glance: ' Half past six ' })).toMatchObject({
      dueTime: '18:30',
      glance: 'Half past six',
    });
    expect(Object.keys(inputOf({ dueTime: '', glance: '  ' }))).toEqual([
      'form',
      'text',
      'value',
      'aim',
      'repeat',
      'startsOn',
      'endsOn',
    ]);
  });

  test('names every mistake at once, each beside its field', () => {
    const mistakes = {
      form: 'vow',
      value: 'obedience',
      aim: 'them',
      repeat: { type: 'hourly' },
      dueTime: '25:00',
      startsOn: '2026-02-30',
    };
    expect(errorsOf({ ...mistakes, text: ' ' })).toEqual([
      'form: unknownChoice',
      'text: empty',
      'value: unknownChoice',
      'aim: unknownChoice',
      'repeat: unknownChoice',
      'dueTime: noSuchTime',
      'startsOn: noSuchDay',
    ]);
  });

  test('refuses texts that are too long or hide something', () => {
    expect(errorsOf({ text: 'a'.repeat(121) })).toEqual(['text: tooLong']);
    expect(errorsOf({ text: 'x'.repeat(5_000_000), glance: 'y'.repeat(41) })).toEqual([
      'text: tooLong',
      'glance: tooLong',
    ]);
    expect(errorsOf({ text: 'home \u202Eby 18:30' })).toEqual(['text: hiddenMarks']);
    expect(errorsOf({ text: '🌱'.repeat(120) })).toEqual([]);
  });

  test('refuses days that are not in the calendar', () => {
    for (const impossible of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '0000-01-01',
      '26-1-1',
      'tomorrow',
      '2026-03-02T10:00',
    ]) {
      expect(errorsOf({ startsOn: impossible }), impossible).toEqual(['startsOn: noSuchDay']);
    }
    expect(errorsOf({ endsOn: '2026-04-31' })).toEqual(['endsOn: noSuchDay']);
    expect(errorsOf({ startsOn: 20260302, endsOn: {} })).toEqual(['startsOn: noSuchDay']);
  });

  test('refuses an end before the start, and days that nobody will see', () => {
    expect(errorsOf({ startsOn: '2026-03-05', endsOn: '2026-03-04' })).toEqual(['endsOn: endsBeforeStart']);
    expect(errorsOf({ startsOn: '9999-12-31' })).toEqual(['startsOn: tooFarAhead']);
    expect(errorsOf({ endsOn: '9999-12-31' })).toEqual(['endsOn: tooFarAhead']);
    expect(errorsOf({ startsOn: '2036-03-01' })).toEqual([]);
  });

  test('asks for at least one weekday, and for one to seven times a week', () => {
    expect(errorsOf({ repeat: { type: 'weekdays', days: [] } })).toEqual(['repeat: noWeekday']);
    expect(errorsOf({ repeat: { type: 'weekdays', days: 'monday' } })).toEqual(['repeat: noWeekday']);
    expect(inputOf({ repeat: { type: 'weekdays', days: [7, 1, 1, 9] } }).repeat).toEqual({
      type: 'weekdays',
      days: [1, 7],
    });
    for (const times of [0, 8, 1.5, Number.NaN, '3']) {
      expect(errorsOf({ repeat: { type: 'perWeek', times } }), String(times)).toEqual(['repeat: timesPerWeek']);
    }
    expect(inputOf({ repeat: { type: 'perWeek', times: 3 } }).repeat).toEqual({ type: 'perWeek', times: 3 });
  });

  test('takes anything for a field without breaking', () => {
    for (const junk of [
      null,
      undefined,
      0,
      Number.NaN,
      [],
      {},
      () => {},
      Symbol('s'),
      JSON.parse('{"__proto__": 1}'),
    ]) {
      const raw = {
        form: junk,
        text: junk,
        value: junk,
        aim: junk,
        repeat: junk,
        dueTime: junk,
        startsOn: junk,
        endsOn: junk,
      };
      expect(commitmentInput(raw, nothingElse).ok).toBe(false);
    }
  });
});

describe('an if-then', () => {
  const ifThen = {
    form: 'ifThen',
    ifText: 'I will be late',
    thenText: 'call before the time I gave',
    text: 'anything',
  };

  test('is due every day of its week, has no time, and shows its act as its text', () => {
    const input = inputOf({ ...ifThen, dueTime: '18:00', repeat: { type: 'none' } });
    expect(input).toMatchObject({
      text: 'call before the time I gave',
      repeat: { type: 'daily' },
      endsOn: '2026-03-08',
    });
    expect(input).not.toHaveProperty('dueTime');
  });

  test('needs both halves', () => {
    expect(errorsOf({ form: 'ifThen' })).toEqual(['ifText: empty', 'thenText: empty']);
  });
});

describe('the number of active promises', () => {
  test('stops at three dated ones and two if-thens', () => {
    const ifThen = { form: 'ifThen', ifText: 'a', thenText: 'b' };
    expect(errorsOf({}, { today, activeDated: 3, activeIfThen: 0 })).toEqual(['form: tooManyActive']);
    expect(errorsOf({}, { today, activeDated: 2, activeIfThen: 2 })).toEqual([]);
    expect(errorsOf(ifThen, { today, activeDated: 0, activeIfThen: 2 })).toEqual(['form: tooManyActive']);
    expect(errorsOf(ifThen, { today, activeDated: 3, activeIfThen: 1 })).toEqual([]);
  });

  test('does not stop the writing down of one that is over', () => {
    expect(
      errorsOf({ startsOn: '2026-01-01', endsOn: '2026-01-05' }, { today, activeDated: 3, activeIfThen: 0 }),
    ).toEqual([]);
  });

  test('leaves out what is paused, ended, over, deleted or in the form', () => {
    const one = promiseAfter();
    const others = [
      one,
      { ...one, id: 'c2', form: 'ifThen' as const },
      { ...one, id: 'c3', pausedRanges: [{ from: today }] },
      { ...one, id: 'c4', endedOn: today },
      { ...one, id: 'c5', endsOn: addDays(today, -1) },
      { ...one, id: 'c6', deleted: true },
    ];
    expect(countActive(others, today)).toEqual({ activeDated: 1, activeIfThen: 1 });
    expect(countActive(others, today, 'c1')).toEqual({ activeDated: 0, activeIfThen: 1 });
    expect(hasRoom('dated', countActive(others, today))).toBe(true);
    expect(hasRoom('ifThen', { activeDated: 0, activeIfThen: 2 })).toBe(false);
  });
});

describe('a promise that was written down', () => {
  test('is read back as it was', () => {
    expect(promiseAfter()).toEqual({
      ...{ id: 'c1', form: 'dated', text: 'Home by 18:30', value: 'punctuality', aim: 'partner' },
      ...{ repeat: { type: 'daily' }, startsOn: '2026-03-02', endsOn: '2026-03-08', pausedRanges: [], state: 'active' },
      ...{ day: '2026-03-02', madeAt: Date.parse('2026-03-02T12:00:00Z'), deleted: false, editedAt: 1000 },
    });
  });

  test('carries the zone, offset and instant of the act beside its day', () => {
    expect(created.set).toMatchObject({ day: '2026-03-02', when: { zone: 'UTC', offset: 0, at: expect.any(Number) } });
  });

  test('loses on a change what the form left empty', () => {
    const toTimed = changeCommitment(promiseAfter(), inputOf({ dueTime: '18:30', glance: 'Half six' }));
    const timed = promiseAfter(toTimed);
    expect(timed).toMatchObject({ dueTime: '18:30', glance: 'Half six' });
    const bare = promiseAfter(toTimed, changeCommitment(timed, inputOf({ text: 'Home by seven' })));
    expect(bare.text).toBe('Home by seven');
    expect(bare).not.toHaveProperty('dueTime');
  });

  test('keeps what another tab changed while the form was open', () => {
    const shown = promiseAfter();
    const elsewhere = changeCommitment(shown, inputOf({ text: 'Home by seven' }));
    const here = changeCommitment(shown, inputOf({ glance: 'Half six' }));
    expect(promiseAfter(elsewhere, here)).toMatchObject({ text: 'Home by seven', glance: 'Half six' });
  });

  test('keeps the rests that were planned or past when another rest is added or ends', () => {
    const planned = { from: day('2026-03-12'), to: day('2026-03-20') };
    const one = promiseAfter(pauseCommitment(promiseAfter(), planned.from, planned.to));
    const two = promiseAfter(pauseCommitment(one, day('2026-03-03'), day('2026-03-04')));
    expect(isDueOn({ ...two, endsOn: day('2026-04-01') }, day('2026-03-15'))).toBe(false);
    const open = promiseAfter(pauseCommitment(two, day('2026-03-06')));
    const resumed = promiseAfter(resumeCommitment(open, day('2026-03-08')));
    expect(resumed.pausedRanges).toEqual([
      planned,
      { from: '2026-03-03', to: '2026-03-04' },
      { from: '2026-03-06', to: '2026-03-07' },
    ]);
  });

  test('that rests can be reworded beside as many as may be active', () => {
    const context = { today: day('2026-03-02'), activeDated: 3, activeIfThen: 0 };
    expect(commitmentInput(typed, context).ok).toBe(false);
    expect(commitmentInput(typed, { ...context, rests: true }).ok).toBe(true);
  });

  test('is paused from the day on, and due again from the day it is resumed', () => {
    const paused = promiseAfter(pauseCommitment(promiseAfter(), day('2026-03-04')));
    expect(paused).toMatchObject({ state: 'paused', pausedRanges: [{ from: '2026-03-04' }] });
    const resumed = promiseAfter(resumeCommitment(paused, day('2026-03-06')));
    expect(resumed).toMatchObject({ state: 'active', pausedRanges: [{ from: '2026-03-04', to: '2026-03-05' }] });
    expect(isDueOn(resumed, day('2026-03-06'))).toBe(true);
  });

  test('that is paused and resumed on one day was never paused', () => {
    const paused = promiseAfter(pauseCommitment(promiseAfter(), today));
    expect(promiseAfter(resumeCommitment(paused, today)).pausedRanges).toEqual([]);
  });

  test('keeps one open pause when paused twice', () => {
    const once = promiseAfter(pauseCommitment(promiseAfter(), day('2026-03-03')));
    const twice = promiseAfter(pauseCommitment(once, day('2026-03-05')));
    expect(twice.pausedRanges).toEqual([{ from: '2026-03-03', to: '2026-03-04' }, { from: '2026-03-05' }]);
    expect(isDueOn(twice, day('2026-03-04'))).toBe(false);
  });

  test('can be paused for known days, and resumed in the middle of them', () => {
    const away = promiseAfter(pauseCommitment(promiseAfter(), day('2026-03-03'), day('2026-03-07')));
    expect(away).toMatchObject({ state: 'active', pausedRanges: [{ from: '2026-03-03', to: '2026-03-07' }] });
    expect(promiseAfter(resumeCommitment(away, day('2026-03-05'))).pausedRanges).toEqual([
      { from: '2026-03-03', to: '2026-03-04' },
    ]);
  });

  test('ends on a day', () => {
    const ended = promiseAfter(endCommitment(promiseAfter(), day('2026-03-04')));
    expect(ended).toMatchObject({ state: 'ended', endedOn: '2026-03-04', endsOn: '2026-03-08' });
  });

  test('that is ended on one device and paused on another is ended', () => {
    expect(promiseAfter(endCommitment(promiseAfter(), today), pauseCommitment(promiseAfter(), today)).state).toBe(
      'ended',
    );
  });

  test('is deleted by a field, and comes back by one', () => {
    expect(promiseAfter(deleteCommitment('c1')).deleted).toBe(true);
    expect(promiseAfter(deleteCommitment('c1'), restoreCommitment('c1')).deleted).toBe(false);
  });
});
