import { answerEdits, celebratedAct, linesAfter, withdrawAnswer } from '@core/domain/answer.ts';
import { type OutcomeResult, results } from '@core/domain/outcome.ts';
import { parseOutcome } from '@core/domain/outcome-row.ts';
import { parseWin } from '@core/domain/win-row.ts';
import { actAt } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { describe, expect, test } from 'vitest';
import { standingClock } from '../../support/clock.ts';
import { actOn, day, idOf, must, rowAfter, withFields } from './rows.ts';

const act = actOn('2026-03-02');
const answer = (result: OutcomeResult, note?: string): Edit[] =>
  answerEdits({ commitment: { id: 'c1' }, day: act.day, result, ...(note !== undefined && { note }) }, act);

const ofKind = (kind: string, ...answers: Edit[][]) => rowAfter(...answers.flat().filter((edit) => edit.kind === kind));
const outcomeAfter = (...answers: Edit[][]) => must(parseOutcome(ofKind('outcome', ...answers)));
const isTold = (...answers: Edit[][]) => {
  const win = parseWin(ofKind('win', ...answers));
  return win.ok && !win.value.deleted && win.value.of === 'toldEarly';
};

describe('an answer', () => {
  test('has five forms in the order of the buttons', () => {
    expect(results).toEqual(['kept', 'partly', 'changedWithNotice', 'notKept', 'didNotComeUp']);
  });

  test('has one row for each promise and day, whoever gives it', () => {
    const names = [answer('kept'), answer('notKept')].map((edits) => edits.map(idOf));
    expect(names[0]).toEqual(['outcome|c1|2026-03-02', 'told|c1|2026-03-02']);
    expect(names[1]).toEqual(names[0]);
  });

  test('is read back with its promise, its day and its note', () => {
    expect(outcomeAfter(answer('partly', 'I rang, but late'))).toEqual({
      ...{ id: 'outcome|c1|2026-03-02', of: 'c1', day: '2026-03-02', result: 'partly' },
      ...{ note: 'I rang, but late', deleted: false, editedAt: 1000 },
    });
  });

  test('belongs to the day on the screen, though midnight has passed', () => {
    const clock = standingClock('2026-03-03T00:05:00+01:00', 'Europe/Budapest');
    const [edit] = answerEdits({ commitment: { id: 'c1' }, day: day('2026-03-02'), result: 'kept' }, actAt(clock));
    expect(edit?.set).toMatchObject({ day: '2026-03-02', when: { zone: 'Europe/Budapest', offset: 60, at: clock.at } });
  });

  test('stays on its day when the person flies over the date line', () => {
    const clock = standingClock('2026-03-02T20:00:00Z', 'Pacific/Auckland');
    const before = actAt(clock);
    clock.place = 'Pacific/Honolulu';
    const after = actAt(clock);
    expect([before.day, after.day]).toEqual(['2026-03-03', '2026-03-02']);
    const edits = answerEdits({ commitment: { id: 'c1' }, day: before.day, result: 'kept' }, after);
    expect(edits[0]?.set).toMatchObject({ day: '2026-03-03' });
  });

  test('may be given anew: the newest stands, and a note from before stays', () => {
    const changed = outcomeAfter(answer('notKept', 'Overslept'), answer('kept'));
    expect(changed).toMatchObject({ result: 'kept', note: 'Overslept' });
    expect(outcomeAfter(answer('notKept', 'Overslept'), answer('kept', ''))).not.toHaveProperty('note');
  });

  test('may be withdrawn as if it had not been given, and given again', () => {
    const withdrawn = withdrawAnswer('c1', act.day);
    expect(outcomeAfter(answer('kept'), withdrawn).deleted).toBe(true);
    expect(outcomeAfter(answer('kept'), withdrawn, answer('partly'))).toMatchObject({
      deleted: false,
      result: 'partly',
    });
  });
});

describe('saying in time that it would change', () => {
  test('is a win of honesty on the same day', () => {
    expect(must(parseWin(ofKind('win', answer('changedWithNotice'))))).toMatchObject({
      of: 'toldEarly',
      value: 'honesty',
      day: '2026-03-02',
    });
  });

  test('stops being one when the answer becomes another or is withdrawn', () => {
    for (const result of results) {
      expect(isTold(answer('changedWithNotice'), answer(result)), result).toBe(result === 'changedWithNotice');
    }
    expect(isTold(answer('changedWithNotice'), withdrawAnswer('c1', act.day))).toBe(false);
    expect(isTold(answer('kept'), answer('changedWithNotice'))).toBe(true);
  });

  test('leaves behind nothing that could be read as a win where there was none', () => {
    expect(parseWin(ofKind('win', answer('kept')))).toEqual({ ok: false, error: { type: 'malformed' } });
  });
});

test('an answer is celebrated or has its line, never both and never neither', () => {
  for (const result of results) {
    expect(result in linesAfter, result).toBe(celebratedAct(result) === undefined);
  }
  expect([celebratedAct('kept'), celebratedAct('changedWithNotice')]).toEqual(['followedThrough', 'toldEarly']);
});

test('an outcome with a result or day that does not exist is refused', () => {
  const row = ofKind('outcome', answer('kept'));
  for (const fields of [
    { result: 'kepd' },
    { result: null },
    { result: ['kept'] },
    { day: '2026-02-30' },
    { day: {} },
    { of: '' },
    { of: 7 },
    { note: {} },
  ]) {
    expect(parseOutcome(withFields(row, fields)), JSON.stringify(fields)).toEqual({
      ok: false,
      error: { type: 'malformed' },
    });
  }
});
