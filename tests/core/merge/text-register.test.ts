import type { Stamp } from '@core/merge/hlc.ts';
import { mergeText, newestIn, parseTextRegister, type TextRegister, writeText } from '@core/merge/text-register.ts';
import { describe, expect, test } from 'vitest';
import { laptop, phone, stampAt, tablet, throughJson } from './stamps.ts';

const may = (day: number, node = phone): Stamp => stampAt(Date.UTC(2026, 4, day), node);
const texts = (register: TextRegister) => register.heads.map((head) => head.text);
const pastTexts = (register: TextRegister) => register.past.map((version) => version.text);
const first = writeText(undefined, 'first', may(1), []);

describe('a long text', () => {
  test('is one head while one person writes', () => {
    const second = writeText(first, 'second', may(2), [may(1)]);
    expect(texts(second)).toEqual(['second']);
    expect(pastTexts(second)).toEqual(['first']);
  });

  test('is spelled so that a version which does not know the field can tell what it is', () => {
    expect(writeText(first, 'second', may(2), [may(1)])).toEqual({
      '~': 'text',
      heads: [{ at: may(2), text: 'second', on: [may(1)] }],
      past: [{ at: may(1), text: 'first', on: [] }],
      gone: may(1),
    });
  });

  test('keeps what the writer had not seen', () => {
    const meanwhile = mergeText(first, writeText(first, 'from the laptop', may(2, laptop), [may(1)]));
    const blind = writeText(meanwhile, 'from a page that showed the first', may(3), [may(1)]);
    expect(texts(blind)).toEqual(['from the laptop', 'from a page that showed the first']);
  });

  test('keeps both texts of two tabs, which share a device and saw the same', () => {
    const one = writeText(first, 'tab one', may(2), [may(1)]);
    const both = writeText(one, 'tab two', may(3), [may(1)]);
    expect(texts(both)).toEqual(['tab one', 'tab two']);
    const oneAgain = writeText(both, 'tab one, later', may(4), [may(2)]);
    expect(texts(oneAgain)).toEqual(['tab two', 'tab one, later']);
    const twoAgain = writeText(oneAgain, 'tab two, later', may(5), [may(3)]);
    expect(texts(twoAgain)).toEqual(['tab one, later', 'tab two, later']);
    expect(texts(mergeText(twoAgain, one))).toEqual(['tab one, later', 'tab two, later']);
  });

  test('becomes one again with the next save of somebody who saw all of it', () => {
    const both = mergeText(writeText(first, 'a', may(2), [may(1)]), writeText(first, 'b', may(2, laptop), [may(1)]));
    const joined = writeText(both, 'a and b', may(3), [may(2), may(2, laptop)]);
    expect(texts(joined)).toEqual(['a and b']);
    expect(texts(mergeText(joined, both))).toEqual(['a and b']);
  });

  test('stays written over when an old copy turns up after a year', () => {
    let register = first;
    for (let day = 2; day < 30; day++) register = writeText(register, `day ${day}`, may(day), [may(day - 1)]);
    expect(texts(mergeText(register, first))).toEqual(['day 29']);
    expect(texts(mergeText(first, register))).toEqual(['day 29']);
  });

  test('keeps an edit of a copy that was away for long, whatever its clock said', () => {
    let register = first;
    for (let day = 2; day < 30; day++) register = writeText(register, `day ${day}`, may(day), [may(day - 1)]);
    const away = writeText(first, 'written in the mountains', stampAt('1970-01-02', laptop), [may(1)]);
    expect(texts(mergeText(register, away))).toEqual(['written in the mountains', 'day 29']);
  });

  test('is written over by a person although its stamp is poisoned', () => {
    const poisoned = writeText(undefined, 'poison', stampAt('3000-01-01', laptop), []);
    const mended = writeText(poisoned, 'mine', may(2), [stampAt('3000-01-01', laptop)]);
    expect(texts(mergeText(mended, poisoned))).toEqual(['mine']);
  });

  test('keeps two texts that carry one stamp, as copies of a browser profile can make', () => {
    const [one, other] = ['here', 'there'].map((text) => writeText(first, text, may(2), [may(1)])) as [
      TextRegister,
      TextRegister,
    ];
    expect(texts(mergeText(one, other))).toEqual(['here', 'there']);
    expect(mergeText(other, one)).toEqual(mergeText(one, other));
  });

  test('keeps the older text of a copied profile, although the copy wrote later under the same device id', () => {
    const original = writeText(first, 'original', may(2), [may(1)]);
    const copy = writeText(writeText(first, 'copy', may(3), [may(1)]), 'copy again', may(4), [may(3)]);
    expect(texts(mergeText(original, copy))).toEqual(['original', 'copy again']);
  });

  test('passes over what is no name of a version', () => {
    const second = writeText(first, 'second', may(2), ['', 'x', may(1), may(1), '__proto__']);
    expect(second).toEqual(writeText(first, 'second', may(2), [may(1)]));
  });

  test('knows its newest stamp, also of what is gone', () => {
    expect(newestIn(writeText(first, 'second', may(2), [may(1)]))).toBe(may(2));
    expect(newestIn({ ...first, gone: may(9) })).toBe(may(9));
  });
});

describe('what was written over', () => {
  test('is kept for the newest eight', () => {
    let register = first;
    for (let day = 2; day < 15; day++) register = writeText(register, `day ${day}`, may(day), [may(day - 1)]);
    expect(pastTexts(register)).toEqual([6, 7, 8, 9, 10, 11, 12, 13].map((day) => `day ${day}`));
  });

  test('is kept until it is 64 thousand long, the last one whole', () => {
    let register = first;
    for (let day = 2; day < 10; day++)
      register = writeText(register, `${day}`.repeat(30_000), may(day), [may(day - 1)]);
    expect(pastTexts(register).map((text) => text[0])).toEqual(['6', '7', '8']);
  });

  test('is the same in whatever order the copies met', () => {
    const long = writeText(first, 'l'.repeat(70_000), may(2, laptop), [may(1)]);
    const one = writeText(long, 'one', may(3), [may(2, laptop)]);
    const two = writeText(first, 'two', may(2, tablet), [may(1)]);
    const three = writeText(two, 'three', may(4, tablet), [may(2, tablet)]);
    const merged = mergeText(mergeText(one, two), three);
    expect(mergeText(one, mergeText(two, three))).toEqual(merged);
    expect(mergeText(three, mergeText(one, long))).toEqual(merged);
  });
});

describe('a text from outside', () => {
  const version = { at: may(1), text: 'x', on: [] };

  test('comes back from JSON as it was', () => {
    const register = mergeText(writeText(first, 'a', may(2), [may(1)]), writeText(first, 'b', may(3, laptop), []));
    expect(parseTextRegister(throughJson(register))).toEqual(register);
  });

  test('is brought to the one form that merging answers', () => {
    const loose = {
      '~': 'text',
      heads: [{ ...version, at: may(3) }, version, version],
      past: [{ ...version, at: may(2) }],
      gone: '',
    };
    const register = parseTextRegister(loose);
    expect(register?.heads.map((head) => head.at)).toEqual([may(1), may(3)]);
    expect(register?.gone).toBe(may(2));
    expect(register && mergeText(register, register)).toEqual(register);
  });

  test.each<[string, unknown]>([
    ['a text', 'x'],
    ['null', null],
    ['a list', ['~', 'text']],
    ['another kind of value', { '~': 'counter', heads: [], past: [], gone: '' }],
    ['no heads', { '~': 'text', past: [], gone: '' }],
    ['heads that are no list', { '~': 'text', heads: { length: 1 }, past: [], gone: '' }],
    ['a head without a stamp', { '~': 'text', heads: [{ text: 'x', on: [] }], past: [], gone: '' }],
    ['a head without a text', { '~': 'text', heads: [{ at: may(1), on: [] }], past: [], gone: '' }],
    ['a head on nothing known', { '~': 'text', heads: [{ at: may(1), text: 'x' }], past: [], gone: '' }],
    ['a head on what is no stamp', { '~': 'text', heads: [{ ...version, on: ['x'] }], past: [], gone: '' }],
    ['a head that is null', { '~': 'text', heads: [null], past: [], gone: '' }],
    ['a past that is malformed', { '~': 'text', heads: [], past: [1], gone: '' }],
    ['a list of the gone', { '~': 'text', heads: [], past: [], gone: [may(1)] }],
    ['half a stamp among the gone', { '~': 'text', heads: [], past: [], gone: may(1).slice(1) }],
    ['other letters among the gone', { '~': 'text', heads: [], past: [], gone: 'x'.repeat(23) }],
    ['a huge text', { '~': 'text', heads: [{ ...version, text: 'x'.repeat(500_000) }], past: [], gone: '' }],
  ])('is not read from %s', (_, value) => {
    expect(parseTextRegister(value)).toBeUndefined();
  });
});
