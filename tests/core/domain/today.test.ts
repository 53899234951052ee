import { answerEdits } from '@core/domain/answer.ts';
import { type CommitmentInput, newCommitment } from '@core/domain/commitment.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import {
  answerKey,
  dayState,
  emptyToday,
  nextPromise,
  parseToday,
  promisesFor,
  type Today,
  type TodayCommitment,
  unansweredYesterday,
} from '@core/domain/today.ts';
import { reduceToday } from '@core/domain/today-reduce.ts';
import { describe, expect, test } from 'vitest';
import { actOn, day, rowAfter } from './rows.ts';

const monday = day('2026-03-02');

const promise = (id: string, changes: Partial<TodayCommitment> = {}): TodayCommitment => ({
  ...{ id, form: 'dated', text: `promise ${id}`, value: 'honesty', aim: 'self', repeat: { type: 'daily' } },
  ...{ startsOn: monday, endsOn: day('2026-03-08'), pausedRanges: [], madeAt: 0 },
  ...changes,
});

const todayWith = (commitments: TodayCommitment[], answers: Today['answers'] = {}): Today => ({
  ...emptyToday,
  commitments,
  answers,
});

const idsFor = (today: Today, text: string) => promisesFor(today, day(text)).map(({ commitment }) => commitment.id);

describe('the promises of a day', () => {
  test('come in the order of the clock, untimed ones after, if-thens last', () => {
    const today = todayWith([
      promise('if', { form: 'ifThen' }),
      promise('late', { dueTime: '23:00' }),
      promise('untimed second', { madeAt: 2 }),
      promise('untimed first', { madeAt: 1 }),
      promise('early', { dueTime: '07:30' }),
    ]);
    expect(idsFor(today, '2026-03-02')).toEqual(['early', 'late', 'untimed first', 'untimed second', 'if']);
  });

  test('are only those that are due', () => {
    const today = todayWith([promise('a', { startsOn: day('2026-03-03') }), promise('b', { endsOn: monday })]);
    expect(idsFor(today, '2026-03-02')).toEqual(['b']);
    expect(idsFor(today, '2026-03-03')).toEqual(['a']);
  });

  test('keep what was answered, though it was paused or ended after', () => {
    const answers = { [answerKey('a', monday)]: 'kept' as const };
    expect(idsFor(todayWith([promise('a', { pausedRanges: [{ from: monday }] })], answers), '2026-03-02')).toEqual([
      'a',
    ]);
    expect(idsFor(todayWith([promise('a', { endedOn: monday })], answers), '2026-03-02')).toEqual(['a']);
    expect(idsFor(todayWith([promise('a', { endedOn: monday })]), '2026-03-02')).toEqual([]);
  });

  test('leave out one of some times a week when the week has its answers', () => {
    const once = promise('a', { repeat: { type: 'perWeek', times: 1 } });
    const answered = todayWith([once], { [answerKey('a', monday)]: 'notKept' });
    expect(idsFor(answered, '2026-03-02')).toEqual(['a']);
    expect(idsFor(answered, '2026-03-03')).toEqual([]);
    const notCome = todayWith([once], { [answerKey('a', monday)]: 'didNotComeUp' });
    expect(idsFor(notCome, '2026-03-03')).toEqual(['a']);
  });
});

describe('the one sentence of a new tab', () => {
  const two = [promise('late', { dueTime: '20:00' }), promise('early', { dueTime: '08:00' })];

  test('is the first promise without an answer', () => {
    expect(nextPromise(todayWith(two), monday)?.id).toBe('early');
    expect(nextPromise(todayWith(two, { [answerKey('early', monday)]: 'partly' }), monday)?.id).toBe('late');
  });

  test('is absent when all are answered, which is not the same as none', () => {
    const all = todayWith(two, { [answerKey('early', monday)]: 'kept', [answerKey('late', monday)]: 'didNotComeUp' });
    expect([nextPromise(all, monday), dayState(all, monday)]).toEqual([undefined, 'allAnswered']);
    expect([nextPromise(emptyToday, monday), dayState(emptyToday, monday)]).toEqual([undefined, 'nothingDue']);
    expect(dayState(todayWith(two), monday)).toBe('open');
  });

  test('asks again on the next day, by the calendar and without a write', () => {
    const answered = todayWith(two, { [answerKey('early', monday)]: 'kept', [answerKey('late', monday)]: 'kept' });
    expect(nextPromise(answered, day('2026-03-03'))?.id).toBe('early');
  });
});

test('what yesterday left open is offered once more, what is older never', () => {
  const today = todayWith([promise('a'), promise('b')], { [answerKey('a', monday)]: 'kept' });
  expect(unansweredYesterday(today, day('2026-03-03')).map(({ id }) => id)).toEqual(['b']);
  expect(unansweredYesterday(todayWith([promise('a', { endsOn: monday })]), day('2026-03-04'))).toEqual([]);
  const endedSince = todayWith([promise('a', { endedOn: day('2026-03-03') })]);
  expect(unansweredYesterday(endedSince, day('2026-03-03'))).toHaveLength(1);
});

describe('the row of a new tab', () => {
  const input: CommitmentInput = {
    ...{ form: 'dated', text: 'Home by 18:30', value: 'punctuality', aim: 'partner', dueTime: '18:30' },
    ...{ repeat: { type: 'weekdays', days: [1, 3] }, startsOn: monday, endsOn: day('2026-03-08'), glance: 'Half six' },
  };
  const act = actOn('2026-03-02');
  const rows = [
    rowAfter(newCommitment(input, act, 'c1')),
    rowAfter(...answerEdits({ commitment: { id: 'c1' }, day: monday, result: 'kept' }, act).slice(0, 1)),
    rowAfter(settingsEdit({ glance: 'own', quickHideTo: 'https://weather.example' })),
  ];
  const written: Record<string, unknown> = JSON.parse(JSON.stringify(reduceToday(emptyToday, rows, monday)));
  const [commitment] = written['commitments'] as Record<string, unknown>[];

  test('is read back as it was written', () => {
    expect(parseToday(written, monday)).toEqual(reduceToday(emptyToday, rows, monday));
    expect(parseToday(JSON.parse(JSON.stringify(emptyToday)), monday)).toEqual(emptyToday);
  });

  test('is refused as a whole when any part is not as we write it', () => {
    const damaged: unknown[] = [
      ...[null, undefined, 7, 'today', [], {}],
      ...[{ commitments: {} }, { commitments: [null] }, { answers: [] }, { answers: null }, { answers: { a: 1 } }],
      ...[{ settings: null }, { settings: 'own' }, { quietUntil: 'soon' }, { through: 'yesterday' }],
    ].map((part) =>
      typeof part === 'object' && part !== null && Object.keys(part).length > 0 ? { ...written, ...part } : part,
    );
    for (const raw of damaged) expect(parseToday(raw, monday), JSON.stringify(raw)).toBeUndefined();
  });

  test('is refused when a promise in it is damaged', () => {
    const damages: Record<string, unknown>[] = [
      ...[{ id: 7 }, { text: null }, { form: 'vow' }, { value: '__proto__' }, { aim: {} }, { madeAt: 'then' }],
      ...[{ dueTime: 1830 }, { glance: {} }, { startsOn: '2026-02-30' }, { endsOn: undefined }, { endedOn: '' }],
      ...[{ pausedRanges: {} }, { pausedRanges: [{}] }, { pausedRanges: [{ from: '2026-03-01', to: 'x' }] }],
      ...[{ repeat: null }, { repeat: {} }, { repeat: { type: 'hourly' } }, { repeat: { type: 'weekdays' } }],
      ...[{ repeat: { type: 'perWeek', times: '3' } }],
    ];
    for (const damage of damages) {
      expect(
        parseToday({ ...written, commitments: [{ ...commitment, ...damage }] }, monday),
        JSON.stringify(damage),
      ).toBeUndefined();
    }
  });

  test('with damaged settings shows discreet words, as on the first day', () => {
    expect(parseToday({ ...written, settings: { glance: 'loud' } }, monday)?.settings.glance).toBe('discreet');
  });
});
