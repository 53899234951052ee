import type { Stamp } from '@core/merge/hlc.ts';
import { mergeText, parseTextRegister, type TextRegister, writeText } from '@core/merge/text-register.ts';
import { mergeTexts, readText } from '@core/merge/three-way.ts';
import { describe, expect, test } from 'vitest';
import { laptop, phone, stampAt, tablet } from './stamps.ts';

const base = ['Monday was long.', '', 'I told her first. She was glad. We slept well.', '', 'Tuesday.'];
const text = (...lines: string[]) => lines.join('\n');
const withLine = (index: number, line: string) => text(...base.with(index, line));

describe('two versions of a text', () => {
  test('are one when they say the same, or when only one side wrote', () => {
    expect(mergeTexts('a', 'b', 'b')).toEqual({ text: 'b', conflict: false });
    expect(mergeTexts('a', 'b', 'a')).toEqual({ text: 'b', conflict: false });
    expect(mergeTexts('a', 'a', 'b')).toEqual({ text: 'b', conflict: false });
    expect(mergeTexts(undefined, 'b', 'b')).toEqual({ text: 'b', conflict: false });
  });

  test('join changes to different paragraphs', () => {
    expect(mergeTexts(text(...base), withLine(0, 'Monday was short.'), withLine(4, 'Wednesday.'))).toEqual({
      text: text('Monday was short.', ...base.slice(1, 4), 'Wednesday.'),
      conflict: false,
    });
  });

  test('join changes to neighbouring lines', () => {
    expect(mergeTexts('a\nb', 'A\nb', 'a\nB')).toEqual({ text: 'A\nB', conflict: false });
  });

  test('join changes to different sentences of one paragraph', () => {
    const left = withLine(2, 'I told him first. She was glad. We slept well.');
    const right = withLine(2, 'I told her first. She was glad. We slept badly.');
    expect(mergeTexts(text(...base), left, right)).toEqual({
      text: withLine(2, 'I told him first. She was glad. We slept badly.'),
      conflict: false,
    });
  });

  test('keep both versions of a sentence that both changed, the older first', () => {
    const left = withLine(2, 'I told her first. She was quiet. We slept well.');
    const right = withLine(2, 'I told her first. She was angry. We slept well.');
    expect(mergeTexts(text(...base), left, right)).toEqual({
      text: withLine(2, 'I told her first. She was quiet. She was angry. We slept well.'),
      conflict: true,
    });
  });

  test('keep both sentences that were added at the end of one paragraph', () => {
    expect(mergeTexts('One.', 'One. Two.', 'One. Three.')).toEqual({ text: 'One. Two. Three.', conflict: true });
  });

  test('cut sentences of a script without spaces between them', () => {
    expect(mergeTexts('一つ。二つ。三つ。', '一つ!。二つ。三つ。', '一つ。二つ。「三つ。」')).toEqual({
      text: '一つ!。二つ。「三つ。」',
      conflict: false,
    });
  });

  test('keep both whole paragraphs that share no sentence', () => {
    expect(mergeTexts('Old.', 'New here. And long.', 'New there. And short.')).toEqual({
      text: 'New here. And long.\nNew there. And short.',
      conflict: true,
    });
  });

  test('keep both paragraphs that were added in one place', () => {
    const [left, right] = [text(...base, '', 'From the phone.'), text(...base, '', 'From the laptop.')];
    expect(mergeTexts(text(...base), left, right)).toEqual({
      text: text(...base, '', 'From the phone.', '', 'From the laptop.'),
      conflict: true,
    });
  });

  test('keep both beginnings of an empty text', () => {
    expect(mergeTexts('', 'One.', 'Two.')).toEqual({ text: 'One.\nTwo.', conflict: true });
  });

  test('keep a paragraph that one side changed and the other took out', () => {
    expect(mergeTexts('a\nb\nc', 'a\nc', 'a\nb, and more\nc')).toEqual({ text: 'a\nb, and more\nc', conflict: true });
    expect(mergeTexts('a', '', 'a\nb')).toEqual({ text: 'a\nb', conflict: true });
  });

  test('let one side take out what the other left alone, unless the other changed the next line', () => {
    expect(mergeTexts('a\nb\nc\nd', 'a\nc\nd', 'a\nb\nc\nD')).toEqual({ text: 'a\nc\nD', conflict: false });
    expect(mergeTexts('a\nb\nc', 'a\nc', 'a\nb\nC')).toEqual({ text: 'a\nc\nb\nC', conflict: true });
  });

  test('are both whole when each took out another place of a repeated line', () => {
    expect(mergeTexts('x\na\nb\nc\nx', 'a\nb\nc\nx', 'x\na\nb\nc')).toEqual({
      text: 'a\nb\nc\nx\n\nx\na\nb\nc',
      conflict: true,
    });
    // A space between sentences is no text: that both took out one of two is no loss.
    expect(mergeTexts('A. B.\nc\nD. E.', 'A.\nc\nD. E.', 'A. B.\nc\nD.')).toEqual({
      text: 'A.\nc\nD.',
      conflict: false,
    });
  });

  test('are both whole, one after the other, when nothing tells what they grew from', () => {
    expect(mergeTexts(undefined, 'a\nb', 'a\nc')).toEqual({ text: 'a\nb\n\na\nc', conflict: true });
    expect(mergeTexts(undefined, '', 'a')).toEqual({ text: 'a', conflict: true });
  });

  test('may have lines that are called like parts of every object', () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
    expect(mergeTexts(text(...words), text('one', ...words), text(...words, 'two'))).toEqual({
      text: text('one', ...words, 'two'),
      conflict: false,
    });
  });

  test('are both kept whole when there is too much to compare', () => {
    const many = (mark: string) => Array.from({ length: 2_001 }, (_, line) => `${mark}${line}`).join('\n');
    expect(mergeTexts(many('a'), many('b'), many('c'))).toEqual({
      text: `${many('b')}\n\n${many('c')}`,
      conflict: true,
    });
    const blank = (count: number) => '\n'.repeat(count);
    const turned = mergeTexts(`x${blank(1_000)}`, `${blank(1_500)}y`, `${blank(1_200)}z`);
    expect(turned.text).toBe(`${blank(1_500)}y\n\n${blank(1_200)}z`);
  });

  test('of which most is untouched are compared however long they are', () => {
    const lines = Array.from({ length: 50_000 }, () => '');
    const merged = mergeTexts(
      text(...lines, 'a', 'x', 'b'),
      text(...lines, 'A', 'x', 'b'),
      text(...lines, 'a', 'x', 'B'),
    );
    expect(merged).toEqual({ text: text(...lines, 'A', 'x', 'B'), conflict: false });
  });
});

describe('a text as a page shows it', () => {
  const may = (day: number, node = phone): Stamp => stampAt(Date.UTC(2026, 4, day), node);
  const start = writeText(undefined, text(...base), may(1), []);
  const here = writeText(start, withLine(0, 'Monday was short.'), may(3), [may(1)]);
  const there = writeText(start, withLine(4, 'Wednesday.'), may(2, laptop), [may(1)]);

  test('is the text when there is one head', () => {
    expect(readText(start)).toEqual({ text: text(...base), heads: [may(1)], conflict: false });
  });

  test('is all heads merged over what they grew from, and names them', () => {
    expect(readText(mergeText(here, there))).toEqual({
      text: text('Monday was short.', ...base.slice(1, 4), 'Wednesday.'),
      heads: [may(2, laptop), may(3)],
      conflict: false,
    });
  });

  test('grows from the newest version that all of them saw', () => {
    const longer = writeText(start, text(...base, '', 'More.'), may(4), [may(1)]);
    const one = writeText(longer, text(...base, '', 'More, and more.'), may(5), [may(4)]);
    const other = writeText(longer, text('First of all.', ...base, '', 'More.'), may(5, tablet), [may(4)]);
    expect(readText(mergeText(one, other))).toMatchObject({
      text: text('First of all.', ...base, '', 'More, and more.'),
      conflict: false,
    });
    const third = writeText(start, withLine(2, 'I told him first.'), may(6, laptop), [may(1)]);
    const three = readText(mergeText(mergeText(one, other), third));
    expect(three.text).toContain(text('First of all.', 'Monday was long.', '', 'I told him first.'));
    expect(three.text).toContain('More, and more.');
  });

  test('never takes for ground what one of them did not see, though it is newer', () => {
    const tabOne = writeText(start, text(...base, 'Tab one.'), may(2), [may(1)]);
    const tabTwo = writeText(tabOne, text(...base, 'Tab two.'), may(3), [may(1)]);
    const tabOneLater = writeText(tabTwo, text(...base, 'Tab one.', 'Later.'), may(4), [may(2)]);
    expect(readText(tabOneLater).text).toBe(text(...base, 'Tab two.', 'Tab one.', 'Later.'));
  });

  test('is both whole when what they grew from is no longer kept', () => {
    let long = start;
    for (let day = 2; day < 20; day++) long = writeText(long, `day ${day}`, may(day), [may(day - 1)]);
    expect(readText(mergeText(long, there))).toEqual({
      text: `${withLine(4, 'Wednesday.')}\n\nday 19`,
      heads: [may(2, laptop), may(19)],
      conflict: true,
    });
  });

  test('does not stand on one of two texts that carry the same stamp', () => {
    const copies = ['x\ny', 'x\nz'].map((line) => writeText(undefined, line, may(1), [])) as [
      TextRegister,
      TextRegister,
    ];
    const [one, other] = copies.map((copy, index) =>
      writeText(copy, `x\n${index}`, may(2 + index), [may(1)]),
    ) as typeof copies;
    expect(readText(mergeText(one, other))).toMatchObject({ text: 'x\n0\n\nx\n1', conflict: true });
  });

  test('is empty when a forged register has no heads', () => {
    const empty = parseTextRegister({ '~': 'text', heads: [], past: [], gone: '' });
    expect(empty && readText(empty)).toEqual({ text: '', heads: [], conflict: false });
  });

  test('ends although forged versions stand on each other', () => {
    const past = [
      { at: may(1), text: 'a', on: [may(2)] },
      { at: may(2), text: 'b', on: [may(1)] },
    ];
    const heads = [
      { at: may(3), text: 'c', on: [may(1)] },
      { at: may(4), text: 'd', on: [may(2)] },
    ];
    const looped = parseTextRegister({ '~': 'text', heads, past, gone: '' });
    expect(looped && readText(looped).text).toBe('c\nd');
  });

  test('answers at once with thousands of forged heads', () => {
    const lines = Array.from({ length: 1_000 }, (_, line) => `${line}`).join('\n');
    const past = [{ at: may(1), text: lines, on: [] }];
    const heads = Array.from({ length: 2_000 }, (_, n) => ({
      at: stampAt(n, laptop),
      text: `${n}\n${lines}\n${n}`,
      on: [may(1)],
    }));
    const forged = parseTextRegister({ '~': 'text', heads, past, gone: '' });
    expect(forged && readText(forged).heads).toHaveLength(2_000);
  });
});
