// The new tab's row is kept by folding in each write. Whatever the batches, it must be what all records together say.

import type { Repeat } from '@core/domain/commitment.ts';
import { isDueOn } from '@core/domain/due.ts';
import { results } from '@core/domain/outcome.ts';
import { emptyToday, parseToday, promisesFor, type Today } from '@core/domain/today.ts';
import { reduceToday } from '@core/domain/today-reduce.ts';
import { addDays, type LocalDay, parseLocalDay } from '@core/kernel/local-day.ts';
import type { Json, Row } from '@core/kernel/record.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const firstDay = parseLocalDay('2026-02-20') as LocalDay;
const someDay = fc.integer({ min: 0, max: 30 }).map((count) => addDays(firstDay, count));
const ids = ['c1', 'c2', 'c3', '__proto__'];

const repeat: fc.Arbitrary<Repeat> = fc.oneof(
  fc.constant<Repeat>({ type: 'none' }),
  fc.constant<Repeat>({ type: 'daily' }),
  fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days): Repeat => ({ type: 'weekdays', days })),
  fc.integer({ min: 1, max: 7 }).map((times): Repeat => ({ type: 'perWeek', times })),
);

type Fields = Record<string, Json>;

const commitmentRow = fc
  .record({ id: fc.constantFrom(...ids), form: fc.constantFrom('dated', 'ifThen', 'broken') })
  .chain(({ id, form }) =>
    fc
      .record({
        ...{ startsOn: someDay, endsOn: someDay, day: someDay, repeat: repeat as fc.Arbitrary<Json> },
        endedOn: fc.option(someDay),
        dueTime: fc.option(fc.constantFrom('07:00', '18:30', '25:00')),
        pausedRanges: fc.array(fc.record({ from: someDay, to: fc.option(someDay) }), { maxLength: 2 }),
        deleted: fc.boolean(),
        when: fc.record({ at: fc.nat(5) }),
      })
      .map((fields): Row => rowOf('commitment', id, { form, text: 'x', value: 'repair', aim: 'self', ...fields })),
  );

const outcomeRow = fc
  .record({
    of: fc.constantFrom(...ids),
    day: someDay,
    result: fc.constantFrom(...results, 'broken'),
    deleted: fc.boolean(),
  })
  .map((fields): Row => rowOf('outcome', `outcome|${fields.of}|${fields.day}`, fields));

const settingsRow = fc
  .record({
    glance: fc.constantFrom('own', 'hidden', 'broken'),
    weekStart: fc.integer({ min: 0, max: 8 }),
    quietUntil: fc.option(fc.nat()),
    deleted: fc.boolean(),
  })
  .map((fields): Row => rowOf('settings', 'settings', fields));

const history = fc.array(fc.oneof(commitmentRow, outcomeRow, settingsRow), { maxLength: 60 });

const rowOf = (kind: string, id: string, fields: Fields): Row => ({ id, kind, fields, editedAt: 1 });

/** The rows as the store holds them in the end: the newest state of each. */
const newestOf = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [`${row.kind} ${row.id}`, row])).values(),
];

const rebuild = (rows: readonly Row[], day: LocalDay): Today => reduceToday(emptyToday, newestOf(rows), day);

test('folding in writes, in any batches and over days, gives what a rebuild from all rows gives', () => {
  const batches = fc.array(
    fc.record({ rows: fc.array(fc.oneof(commitmentRow, outcomeRow, settingsRow), { maxLength: 12 }), days: fc.nat(5) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(batches, (written) => {
      let today = emptyToday;
      let day = firstDay;
      for (const batch of written) {
        day = addDays(day, batch.days);
        today = reduceToday(today, batch.rows, day);
      }
      expect(reduceToday(today, [], day)).toEqual(
        rebuild(
          written.flatMap(({ rows }) => rows),
          day,
        ),
      );
    }),
    { numRuns: 500 },
  );
});

test('rows of different records may come in any order', () => {
  const shuffled = history.chain((rows) => {
    const newest = newestOf(rows);
    return fc.tuple(fc.constant(newest), fc.shuffledSubarray(newest, { minLength: newest.length }));
  });
  fc.assert(
    fc.property(shuffled, someDay, ([rows, others], day) => {
      expect(reduceToday(emptyToday, others, day)).toEqual(reduceToday(emptyToday, rows, day));
    }),
    { numRuns: 500 },
  );
});

test('folding in the same rows again changes nothing', () => {
  fc.assert(
    fc.property(history, someDay, (rows, day) => {
      const today = rebuild(rows, day);
      expect(reduceToday(today, newestOf(rows), day)).toEqual(today);
    }),
  );
});

test('whatever was folded can be sealed, opened and read', () => {
  fc.assert(
    fc.property(history, someDay, (rows, day) => {
      const today = rebuild(rows, day);
      expect(parseToday(JSON.parse(JSON.stringify(today)), day)).toEqual(today);
    }),
  );
});

test('what is dropped as past is nothing that is due today or yesterday', () => {
  fc.assert(
    fc.property(history, someDay, fc.nat(20), (rows, day, later) => {
      const all = rebuild(rows, firstDay); // before every day in play, so that nothing is past
      const kept = reduceToday(rebuild(rows, day), [], addDays(day, later));
      for (const shown of [addDays(day, later), addDays(day, later - 1)]) {
        const due = (today: Today) => promisesFor(today, shown).filter(({ commitment }) => isDueOn(commitment, shown));
        expect(due(kept)).toEqual(due(all));
      }
    }),
    { numRuns: 500 },
  );
});

test('every promise is shown at most once a day, and an answered one always', () => {
  fc.assert(
    fc.property(history, someDay, (rows, day) => {
      const today = rebuild(rows, day);
      const shown = promisesFor(today, day);
      const shownIds = shown.map(({ commitment }) => commitment.id);
      expect(new Set(shownIds).size).toBe(shownIds.length);
      const answered = today.commitments.filter(({ id }) => today.answers[`${id}|${day}`] !== undefined);
      for (const { id } of answered) expect(shownIds).toContain(id);
    }),
  );
});
