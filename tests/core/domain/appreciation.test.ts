import {
  appreciationInput,
  changeAppreciation,
  deleteAppreciation,
  newAppreciation,
  restoreAppreciation,
} from '@core/domain/appreciation.ts';
import { parseAppreciation } from '@core/domain/appreciation-row.ts';
import { expect, test } from 'vitest';
import { actOn, day, must, rowAfter, withFields } from './rows.ts';

const today = day('2026-03-02');
const input = must(appreciationInput({ what: 'Left the hall light on for me' }, { today }));
const created = newAppreciation(input, actOn('2026-03-02'), 'a1');

test('an appreciation needs only what was seen, and is for today and unsaid', () => {
  expect(input).toEqual({ what: 'Left the hall light on for me', day: '2026-03-02', saidAloud: false });
});

test('an appreciation may be for a day before, not for one to come', () => {
  expect(appreciationInput({ what: 'Tea', day: '2026-02-28' }, { today }).ok).toBe(true);
  expect(appreciationInput({ what: 'Tea', day: '2026-03-03' }, { today })).toEqual({
    ok: false,
    error: [{ field: 'day', type: 'inFuture' }],
  });
  expect(appreciationInput({ what: 'Tea', day: '2026-03-03' }, { today, was: day('2026-03-03') }).ok).toBe(true);
});

test('an appreciation is neither empty nor endless', () => {
  const errorOf = (what: unknown) => {
    const checked = appreciationInput({ what }, { today });
    return checked.ok ? undefined : checked.error[0]?.type;
  };
  expect([errorOf(''), errorOf(undefined), errorOf({}), errorOf('\u200B')]).toEqual([
    'empty',
    'empty',
    'empty',
    'empty',
  ]);
  expect([errorOf('a'.repeat(501)), errorOf('💐'.repeat(500))]).toEqual(['tooLong', undefined]);
});

test('an appreciation is read back, changed, deleted and restored', () => {
  expect(must(parseAppreciation(rowAfter(created)))).toEqual({
    ...{
      id: 'a1',
      day: '2026-03-02',
      what: 'Left the hall light on for me',
      saidAloud: false,
      deleted: false,
      editedAt: 1000,
    },
  });
  const shown = must(parseAppreciation(rowAfter(created)));
  const said = changeAppreciation(shown, { ...input, saidAloud: true });
  expect(said.set).toEqual({ saidAloud: true });
  expect(must(parseAppreciation(rowAfter(created, said))).saidAloud).toBe(true);
  expect(must(parseAppreciation(rowAfter(created, deleteAppreciation('a1')))).deleted).toBe(true);
  expect(must(parseAppreciation(rowAfter(created, deleteAppreciation('a1'), restoreAppreciation('a1')))).deleted).toBe(
    false,
  );
});

test('an appreciation without its words, or with something else in their place, is refused', () => {
  for (const what of [undefined, null, '', 7, { text: 'x' }, ['x'], 'x'.repeat(10_000)]) {
    expect(parseAppreciation(withFields(rowAfter(created), { what })).ok).toBe(false);
  }
});
