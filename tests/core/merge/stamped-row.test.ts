import { jsonLimits } from '@core/merge/bounded-json.ts';
import type { Stamp } from '@core/merge/hlc.ts';
import { mergeRows } from '@core/merge/merge-rows.ts';
import { applyEdit, editedAt, packRow, replacedStamps, type StampedRow, unpackRow } from '@core/merge/stamped-row.ts';
import { describe, expect, test } from 'vitest';
import { edit, laptop, newRow, phone, stampAt, throughJson } from './stamps.ts';

const may = (day: number, node = phone): Stamp => stampAt(`2026-05-0${day}`, node);
const reopened = (row: StampedRow) => unpackRow(row.id, throughJson(packRow(row)));

describe('an edit', () => {
  test('makes a row whose fields all carry its stamp', () => {
    const row = newRow({ day: '2026-05-01', heavy: false }, may(1));
    expect(row).toEqual({
      id: 'row-1',
      kind: 'journalEntry',
      fields: { day: '2026-05-01', heavy: false },
      stamps: { day: may(1), heavy: may(1) },
    });
  });

  test('changes only the fields that it names', () => {
    const row = applyEdit(newRow({ a: 1, b: 2 }, may(1)), edit({ b: 3 }), may(2));
    expect(row.fields).toEqual({ a: 1, b: 3 });
    expect(row.stamps).toEqual({ a: may(1), b: may(2) });
  });

  test('leaves the row that it was given as it was', () => {
    const row = newRow({ a: 1 }, may(1));
    applyEdit(row, edit({ a: 2 }, { body: { text: 'x', over: [] } }), may(2));
    expect(row.fields).toEqual({ a: 1 });
  });

  test('tells which stamps its own must be above', () => {
    const row = applyEdit(newRow({ a: 1, b: 2 }, may(1)), edit({ b: 3 }, { body: { text: 'x', over: [] } }), may(2));
    expect(replacedStamps(row, edit({ a: 5, new: 1 }))).toEqual([may(1)]);
    expect(replacedStamps(row, edit({ b: 5 }, { body: { text: 'y', over: [] } }))).toEqual([may(2), may(2)]);
    expect(replacedStamps(row, edit({ toString: 1 }))).toEqual([]);
    expect(replacedStamps(undefined, edit({ a: 5 }))).toEqual([]);
  });

  test('is refused when the row could not be read back', () => {
    const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`);
    const refused = [
      edit({ a: 'x'.repeat(jsonLimits.text + 1) }),
      edit({ a: Number.NaN }),
      edit({ a: deep }),
      edit({ constructor: 1 }),
      edit(JSON.parse('{"__proto__": 1}')),
      edit({ 'tag:\ud800': true }),
      edit({}, { body: { text: 'x'.repeat(jsonLimits.text + 1), over: [] } }),
      edit(Object.fromEntries(Array.from({ length: jsonLimits.fields + 1 }, (_, index) => [`f${index}`, 1]))),
      { ...edit({ a: 1 }), kind: '' },
    ];
    for (const wish of refused) expect(() => applyEdit(undefined, wish, may(1))).toThrow(RangeError);
  });

  test('is refused on another row, without quoting it', () => {
    const row = newRow({ a: 'secret' }, may(1));
    expect(() => applyEdit(row, { ...edit({}), id: 'row-2' }, may(2))).toThrow(/^The edit is of another row\.$/);
    expect(() => applyEdit(row, { ...edit({}), kind: 'win' }, may(2))).toThrow(RangeError);
  });

  test('holds a body of 200,000 emoji', () => {
    const row = applyEdit(undefined, edit({}, { body: { text: '🎉'.repeat(200_000), over: [] } }), may(1));
    expect(reopened(row)).toEqual(row);
  });

  test('is dated by the newest stamp of any field', () => {
    const row = applyEdit(newRow({ a: 1, b: 2 }, may(3)), edit({ b: 3 }), may(1));
    expect(editedAt(row)).toBe(Date.parse('2026-05-03'));
    expect(editedAt({ ...row, fields: {}, stamps: {} })).toBe(0);
  });
});

describe('two copies of a row', () => {
  const base = newRow({ a: 1, b: 1 }, may(1));

  test('keep the change that each made to another field', () => {
    const here = applyEdit(base, edit({ a: 2 }), may(2));
    const there = applyEdit(base, edit({ b: 2 }), may(3, laptop));
    expect(mergeRows(here, there).fields).toEqual({ a: 2, b: 2 });
    expect(mergeRows(there, here)).toEqual(mergeRows(here, there));
  });

  test('keep the newer change to one field, and the device decides within one moment', () => {
    const here = applyEdit(base, edit({ a: 'phone' }), may(2, phone));
    const there = applyEdit(base, edit({ a: 'laptop' }), may(3, laptop));
    expect(mergeRows(here, there).fields['a']).toBe('laptop');
    const meanwhile = applyEdit(base, edit({ a: 'laptop' }), may(2, laptop));
    expect(mergeRows(here, meanwhile)).toEqual(mergeRows(meanwhile, here));
    expect(mergeRows(here, meanwhile).fields['a']).toBe('phone');
  });

  test('agree between equal stamps, as copies of one browser profile can make', () => {
    const here = applyEdit(base, edit({ a: { x: 1, y: 2 } }), may(2));
    const there = applyEdit(base, edit({ a: { y: 1, x: 2 } }), may(2));
    expect(mergeRows(here, there).fields['a']).toEqual({ y: 1, x: 2 });
    expect(mergeRows(there, here)).toEqual(mergeRows(here, there));
  });

  test('never take absence for deletion', () => {
    const more = applyEdit(base, edit({ c: 1 }), may(2));
    expect(mergeRows(base, more).fields).toEqual({ a: 1, b: 1, c: 1 });
    expect(mergeRows(more, base).fields).toEqual({ a: 1, b: 1, c: 1 });
  });

  test('keep a deletion that is newer than the last change of it, and its undoing', () => {
    const deleted = applyEdit(base, edit({ deleted: true }), may(2));
    const edited = applyEdit(base, edit({ a: 7 }), may(3, laptop));
    expect(mergeRows(deleted, edited).fields).toEqual({ a: 7, b: 1, deleted: true });
    const restored = applyEdit(mergeRows(deleted, edited), edit({ deleted: false }), may(4));
    expect(mergeRows(restored, deleted).fields['deleted']).toBe(false);
  });

  test('keep both members that were added to a set', () => {
    const here = applyEdit(base, edit({ 'tag:home': true }), may(2));
    const there = applyEdit(base, edit({ 'tag:work': true }), may(2, laptop));
    expect(mergeRows(here, there).fields).toMatchObject({ 'tag:home': true, 'tag:work': true });
  });

  test('keep texts that were written at the same time, whatever their stamps', () => {
    const here = applyEdit(base, edit({}, { body: { text: 'from the phone', over: [] } }), stampAt('1970-01-01'));
    const there = applyEdit(
      base,
      edit({}, { body: { text: 'from the laptop', over: [] } }),
      stampAt('3000-01-01', laptop),
    );
    const merged = mergeRows(here, there);
    expect(merged.stamps['body']).toBe(stampAt('3000-01-01', laptop));
    expect(JSON.stringify(merged.fields['body'])).toContain('from the phone');
    expect(JSON.stringify(merged.fields['body'])).toContain('from the laptop');
  });

  test('keep a text against a plain value in its place, in any order of meeting', () => {
    const text = applyEdit(base, edit({}, { body: { text: 'mine', over: [] } }), may(1));
    const plain = applyEdit(base, edit({ body: 'plain' }), may(2));
    const later = applyEdit(base, edit({}, { body: { text: 'also mine', over: [] } }), may(3));
    const merged = mergeRows(mergeRows(text, plain), later);
    expect(mergeRows(text, mergeRows(plain, later))).toEqual(merged);
    expect(JSON.stringify(merged.fields['body'])).toMatch(/mine.*also mine/);
  });

  test('of different kinds can only be forged, and still come out the same everywhere', () => {
    const forged = { ...base, kind: 'win' };
    expect(mergeRows(base, forged)).toEqual(mergeRows(forged, base));
  });

  test('of different rows are never merged', () => {
    expect(() => mergeRows(base, { ...base, id: 'row-2' })).toThrow(RangeError);
  });

  test('may have fields that are called like parts of every object', () => {
    const here = newRow({ toString: 1, hasOwnProperty: 2 }, may(1));
    const merged = mergeRows(here, base);
    expect(merged.fields).toEqual({ a: 1, b: 1, toString: 1, hasOwnProperty: 2 });
    expect(base.fields['toString']).toBeUndefined();
  });
});

describe('a packed row', () => {
  test('spells one stamp when all fields agree', () => {
    expect(packRow(newRow({ a: 1, b: [2] }, may(1)))).toEqual({ k: 'journalEntry', f: { a: 1, b: [2] }, s: may(1) });
  });

  test('spells the commonest stamp once and the others by field', () => {
    const row = applyEdit(newRow({ a: 1, b: 2, c: 3 }, may(1)), edit({ b: 3 }), may(2));
    expect(packRow(row)).toEqual({ k: 'journalEntry', f: row.fields, s: may(1), o: { b: may(2) } });
  });

  test('comes back from JSON as it was, with fields that this version does not know', () => {
    const row = applyEdit(
      newRow({ someday: { nested: [{ '~': 'counter', n: 1 }, null, 'ő 日本語 🎉 \ud800'] }, a: '' }, may(1)),
      edit({ deleted: true }, { body: { text: 'line\n\nline', over: [] } }),
      may(2),
    );
    expect(reopened(row)).toEqual(row);
    expect(reopened({ ...row, fields: {}, stamps: {} })).toEqual({ ...row, fields: {}, stamps: {} });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', '{}'],
    ['no kind', { f: {}, s: may(1) }],
    ['an empty kind', { k: '', f: {}, s: may(1) }],
    ['a kind that is a list', { k: ['win'], f: {}, s: may(1) }],
    ['no fields', { k: 'win', s: may(1) }],
    ['fields in a list', { k: 'win', f: [1], s: may(1) }],
    ['a field without a stamp', { k: 'win', f: { a: 1 } }],
    ['a malformed stamp', { k: 'win', f: { a: 1 }, s: 'today' }],
    ['a malformed stamp of one field', { k: 'win', f: { a: 1 }, s: may(1), o: { a: 'today' } }],
    ['a stamp without its field', { k: 'win', f: { a: 1 }, s: may(1), o: { b: may(1) } }],
    ['a stamp of what every object has', { k: 'win', f: { a: 1 }, s: may(1), o: { toString: may(1) } }],
    ['stamps in a list', { k: 'win', f: {}, s: may(1), o: [] }],
    ['a field called __proto__', JSON.parse(`{"k":"win","f":{"__proto__":{"polluted":1}},"s":"${may(1)}"}`)],
    ['a field called constructor', { k: 'win', f: { constructor: { prototype: { polluted: 1 } } }, s: may(1) }],
    ['a nested __proto__', JSON.parse(`{"k":"win","f":{"a":[{"__proto__":1}]},"s":"${may(1)}"}`)],
    ['1e400', JSON.parse(`{"k":"win","f":{"a":1e400},"s":"${may(1)}"}`)],
    [
      'nesting ten thousand deep',
      JSON.parse(`{"k":"win","f":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)},"s":"${may(1)}"}`),
    ],
    ['a huge text', { k: 'win', f: { a: 'x'.repeat(jsonLimits.text + 1) }, s: may(1) }],
    ['a huge name', { k: 'win', f: { ['x'.repeat(1_000_000)]: 1 }, s: may(1) }],
    [
      'too many fields',
      { k: 'win', f: Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`f${n}`, 1])), s: may(1) },
    ],
  ])('is not read from %s', (_, packed) => {
    expect(unpackRow('row-1', packed)).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('with a malformed text is read, and keeps it as an unknown value', () => {
    const packed = { k: 'win', f: { body: { '~': 'text', heads: 'none' } }, s: may(1) };
    const row = unpackRow('row-1', packed);
    expect(row?.fields).toEqual(packed.f);
  });

  test('cannot declare the next edit written over in advance', () => {
    const poison = stampAt('3000-01-01', phone, 1);
    const body = { '~': 'text', heads: [], past: [], gone: poison };
    const row = unpackRow('row-1', { k: 'journalEntry', f: { body }, s: may(1) });
    expect(replacedStamps(row, edit({}, { body: { text: 'mine', over: [] } }))).toEqual([poison]);
  });
});
