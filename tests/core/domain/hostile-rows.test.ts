import { answerEdits } from '@core/domain/answer.ts';
import { newAppreciation } from '@core/domain/appreciation.ts';
import { parseAppreciation } from '@core/domain/appreciation-row.ts';
import { newCelebration } from '@core/domain/celebration.ts';
import { parseCelebration } from '@core/domain/celebration-row.ts';
import { newCommitment } from '@core/domain/commitment.ts';
import { parseCommitment } from '@core/domain/commitment-row.ts';
import { newEntry } from '@core/domain/journal-entry.ts';
import { parseJournalEntry } from '@core/domain/journal-entry-row.ts';
import { parseOutcome } from '@core/domain/outcome-row.ts';
import { emptyToday, parseToday } from '@core/domain/today.ts';
import { reduceToday } from '@core/domain/today-reduce.ts';
import { newWin } from '@core/domain/win.ts';
import { parseWin } from '@core/domain/win-row.ts';
import type { Row } from '@core/kernel/record.ts';
import type { Result } from '@core/kernel/result.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actOn, day, rowAfter, withFields } from './rows.ts';

const on = day('2026-03-02');
const act = actOn('2026-03-02');
const dates = { startsOn: on, endsOn: on, repeat: { type: 'perWeek', times: 3 } } as const;

type Kind = { parse: (row: Row) => Result<unknown, { type: 'malformed' }>; row: Row; required: string[] };

const kinds: Record<string, Kind> = {
  commitment: {
    parse: parseCommitment,
    row: rowAfter(
      newCommitment(
        { form: 'dated', text: 'Home', value: 'repair', aim: 'self', dueTime: '18:30', glance: 'g', ...dates },
        act,
        'c1',
      ),
    ),
    required: ['form', 'text', 'value', 'aim', 'repeat', 'startsOn', 'endsOn', 'day'],
  },
  outcome: {
    parse: parseOutcome,
    row: rowAfter(...answerEdits({ commitment: { id: 'c1' }, day: on, result: 'kept', note: 'n' }, act).slice(0, 1)),
    required: ['of', 'day', 'result'],
  },
  win: {
    parse: parseWin,
    row: rowAfter(newWin({ of: 'onTime', day: on, note: 'n' }, act, 'w1')),
    required: ['of', 'day'],
  },
  appreciation: {
    parse: parseAppreciation,
    row: rowAfter(newAppreciation({ day: on, what: 'Tea', saidAloud: true }, act, 'a1')),
    required: ['day', 'what'],
  },
  celebration: {
    parse: parseCelebration,
    row: rowAfter(newCelebration({ of: 'w1', day: on, stage: 'app', promptKey: 'repairA', ownWords: 'o' }, act, 'x1')),
    required: ['of', 'day', 'stage'],
  },
  journalEntry: {
    parse: parseJournalEntry,
    row: rowAfter(newEntry({ day: on, body: 'b', heavy: true, tags: ['t'], promptKey: 'p1' }, act, 'j1')),
    required: ['day', 'body'],
  },
};

const malformed = { ok: false, error: { type: 'malformed' } };
const never = [[], {}, [['x']], 7.5, -1, { text: {} }, JSON.parse('{"__proto__": {"a": 1}}')];

describe.each(Object.entries(kinds))('a row of kind %s', (kind, { parse, row, required }) => {
  test('is read when it is whole', () => {
    expect(parse(row).ok).toBe(true);
  });

  test('is refused without any field that it needs, or with something else in its place', () => {
    for (const name of required) {
      for (const junk of [undefined, null, ...never]) {
        expect(parse(withFields(row, { [name]: junk })), `${name} = ${JSON.stringify(junk)}`).toEqual(malformed);
      }
    }
  });

  test('is refused when a field that it could do without holds something else', () => {
    for (const name of Object.keys(row.fields).filter((each) => !required.includes(each) && !each.startsWith('tag:'))) {
      if (['value', 'when', 'pausedRanges'].includes(name)) continue; // read otherwise or not at all
      for (const junk of never) expect(parse(withFields(row, { [name]: junk })), name).toEqual(malformed);
    }
  });

  test('is refused when it is a row of another kind, or no row', () => {
    expect(parse({ ...row, kind: kind === 'win' ? 'outcome' : 'win' })).toEqual(malformed);
    for (const junk of [
      null,
      undefined,
      7,
      'row',
      [],
      {},
      { ...row, id: 7 },
      { ...row, fields: null },
      { ...row, editedAt: Number.NaN },
    ]) {
      expect(parse(junk as Row)).toEqual(malformed);
    }
  });

  test('is refused when a text in it has no end', () => {
    for (const [name, value] of Object.entries(row.fields)) {
      if (typeof value !== 'string' || ['value'].includes(name)) continue;
      expect(parse(withFields(row, { [name]: 'x'.repeat(5_000_000) })), name).toEqual(malformed);
    }
  });

  test('is read without the fields of a later version, and with a prototype in their names', () => {
    const hostile = JSON.parse('{"__proto__": {"deleted": true}, "constructor": 1, "later": {"a": []}}');
    const fields = Object.defineProperties({ ...row.fields }, Object.getOwnPropertyDescriptors(hostile));
    expect(parse({ ...row, fields })).toEqual(parse(row));
    expect(({} as { deleted?: boolean }).deleted).toBeUndefined();
  });

  test('never throws, whatever its fields hold, and neither does the new tab that it reaches', () => {
    const names = fc.constantFrom(...Object.keys(row.fields), 'later', '__proto__');
    fc.assert(
      fc.property(
        fc.dictionary(names, fc.anything({ withBigInt: true, withDate: true, withSparseArray: true })),
        (fields) => {
          const damaged = withFields(row, fields);
          expect(parse(damaged)).toHaveProperty('ok');
          const today = reduceToday(emptyToday, [damaged], on);
          expect(parseToday(JSON.parse(JSON.stringify(today)), on)).toEqual(today);
        },
      ),
      { examples: [[{ of: { toString: [] } }]] }, // once found by chance: not even a text can be made of it
    );
  });
});

test('a promise with an impossible repeat, time or pause is refused', () => {
  const row = kinds['commitment']?.row as Row;
  const damages: Record<string, unknown>[] = [
    ...[
      { type: 'weekdays', days: [] },
      { type: 'weekdays', days: [0] },
      { type: 'weekdays', days: [1.5] },
    ].map((repeat) => ({ repeat })),
    ...[
      { type: 'weekdays', days: Array(99).fill(1) },
      { type: 'perWeek', times: 0 },
      { type: 'perWeek', times: 8 },
    ].map((repeat) => ({ repeat })),
    ...['24:00', '7:30', '12:60', '12:30:00', ''].map((dueTime) => ({ dueTime })),
    ...['2026-02-29', '2026-2-1', '10000-01-01', ''].map((startsOn) => ({ startsOn })),
    ...[[{}], [{ from: '2026-02-30' }], [{ from: on, to: 7 }], Array(2000).fill({ from: on }), 'always'].map(
      (pausedRanges) => ({ pausedRanges }),
    ),
  ];
  for (const damage of damages)
    expect(parseCommitment(withFields(row, damage)), JSON.stringify(damage).slice(0, 60)).toEqual(malformed);
});
