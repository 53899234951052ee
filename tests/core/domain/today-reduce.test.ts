import { answerEdits, withdrawAnswer } from '@core/domain/answer.ts';
import {
  type Commitment,
  deleteCommitment,
  endCommitment,
  newCommitment,
  pauseCommitment,
} from '@core/domain/commitment.ts';
import { parseCommitment } from '@core/domain/commitment-row.ts';
import type { OutcomeResult } from '@core/domain/outcome.ts';
import { beginQuiet, endQuiet } from '@core/domain/quiet.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import { takeUpAgain } from '@core/domain/take-up-again.ts';
import { emptyToday, parseToday, promisesFor } from '@core/domain/today.ts';
import { daysKept, reduceToday } from '@core/domain/today-reduce.ts';
import { addDays, type LocalDay } from '@core/kernel/local-day.ts';
import type { Edit, Row } from '@core/kernel/record.ts';
import { describe, expect, test } from 'vitest';
import { actOn, day, must, rowAfter, withFields } from './rows.ts';

const monday = day('2026-03-02');
const act = actOn('2026-03-02');

const created = newCommitment(
  {
    ...{ form: 'dated', text: 'Home by 18:30', value: 'punctuality', aim: 'self' },
    ...{ repeat: { type: 'daily' }, startsOn: monday, endsOn: day('2026-03-31') },
  },
  act,
  'c1',
);
const promiseRow = (...edits: Edit[]): Row => rowAfter(created, ...edits);
const promise: Commitment = must(parseCommitment(promiseRow()));

const answerRow = (on: LocalDay, result: OutcomeResult, ...more: Edit[]): Row => {
  const edits = [...answerEdits({ commitment: { id: 'c1' }, day: on, result }, act), ...more];
  return rowAfter(...edits.filter(({ kind }) => kind === 'outcome'));
};

describe('a write', () => {
  test('of a promise puts it on the new tab, and of its deletion takes it off', () => {
    const today = reduceToday(emptyToday, [promiseRow()], monday);
    expect(today.commitments.map(({ text }) => text)).toEqual(['Home by 18:30']);
    expect(reduceToday(today, [promiseRow(deleteCommitment('c1'))], monday).commitments).toEqual([]);
  });

  test('of a change replaces the promise as it was', () => {
    const today = reduceToday(emptyToday, [promiseRow()], monday);
    const paused = reduceToday(today, [promiseRow(pauseCommitment(promise, monday))], monday);
    expect(paused.commitments).toHaveLength(1);
    expect(promisesFor(paused, monday)).toEqual([]);
  });

  test('of an answer, of another and of its withdrawal shows each in turn', () => {
    let today = reduceToday(emptyToday, [promiseRow(), answerRow(monday, 'notKept')], monday);
    expect(promisesFor(today, monday)[0]?.answer).toBe('notKept');
    today = reduceToday(today, [answerRow(monday, 'kept')], monday);
    expect(promisesFor(today, monday)[0]?.answer).toBe('kept');
    today = reduceToday(today, [answerRow(monday, 'kept', ...withdrawAnswer('c1', monday))], monday);
    expect(today.answers).toEqual({});
  });

  test('of settings and quiet hours is seen, and of their deletion too', () => {
    const settings = [settingsEdit({ glance: 'own' }), beginQuiet(act.at)];
    const today = reduceToday(emptyToday, [rowAfter(...settings)], monday);
    expect([today.settings.glance, today.quietUntil]).toEqual(['own', act.at + 86_400_000]);
    expect(reduceToday(today, [rowAfter(...settings, endQuiet())], monday)).not.toHaveProperty('quietUntil');
    const deleted = withFields(rowAfter(...settings), { deleted: true });
    expect(reduceToday(today, [deleted], monday)).toEqual({ ...emptyToday, through: monday });
  });

  test('of other kinds changes nothing', () => {
    const journal = { id: 'j1', kind: 'journalEntry', fields: { day: monday }, editedAt: 1 };
    expect(reduceToday(emptyToday, [journal], monday)).toEqual({ ...emptyToday, through: monday });
  });

  test('of a row that became unreadable takes away what it showed', () => {
    const today = reduceToday(emptyToday, [promiseRow(), answerRow(monday, 'kept')], monday);
    const damaged = [
      withFields(promiseRow(), { repeat: 'often' }),
      withFields(answerRow(monday, 'kept'), { result: 'maybe' }),
    ];
    expect(reduceToday(today, damaged, monday)).toEqual({ ...emptyToday, through: monday });
  });
});

describe('what is past', () => {
  test('goes once nothing of it can be shown: answers, promises over and promises ended', () => {
    const rows = [promiseRow(endCommitment(promise, day('2026-03-04'))), answerRow(monday, 'kept')];
    const today = reduceToday(emptyToday, rows, monday);
    const late = addDays(monday, daysKept);
    expect(Object.keys(reduceToday(today, [], late).answers)).toHaveLength(1);
    expect(Object.keys(reduceToday(today, [], addDays(late, 1)).answers)).toHaveLength(0);
    expect(reduceToday(today, [], day('2026-03-12')).commitments).toHaveLength(1);
    expect(reduceToday(today, [], day('2026-03-13')).commitments).toHaveLength(0);
    expect(reduceToday(emptyToday, [promiseRow()], day('2026-04-08')).commitments).toHaveLength(1);
    expect(reduceToday(emptyToday, [promiseRow()], day('2026-04-09')).commitments).toHaveLength(0);
  });

  test('is still there after a flight west over the date line', () => {
    const sunday = day('2026-03-08');
    const rows = [promiseRow(), answerRow(monday, 'kept')];
    const today = reduceToday(reduceToday(emptyToday, rows, addDays(sunday, 1)), [], sunday);
    expect(promisesFor(today, monday)[0]?.answer).toBe('kept');
    expect(parseToday(today, sunday)).toEqual(today);
  });

  test('is made anew from the records when a wrong clock dropped too much', () => {
    const lost = reduceToday(reduceToday(emptyToday, [promiseRow()], monday), [], day('2050-01-01'));
    expect(lost.commitments).toEqual([]);
    expect(parseToday(lost, monday)).toBeUndefined();
    expect(parseToday(lost, day('2050-01-01'))).toEqual(lost);
    expect(parseToday(emptyToday, monday)).toEqual(emptyToday);
  });

  test('comes back when a promise that had ended is taken up again', () => {
    const ended = reduceToday(emptyToday, [promiseRow(endCommitment(promise, monday))], day('2026-03-20'));
    expect(ended.commitments).toEqual([]);
    const endedPromise = must(parseCommitment(promiseRow(endCommitment(promise, monday))));
    const again = promiseRow(endCommitment(promise, monday), takeUpAgain(endedPromise, day('2026-03-20')));
    expect(reduceToday(ended, [again], day('2026-03-20')).commitments).toHaveLength(1);
  });
});
