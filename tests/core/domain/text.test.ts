import { checkBody, checkLine, isLongerThan, withoutHiddenMarks } from '@core/domain/text.ts';
import { describe, expect, test } from 'vitest';

const fiveMegabytes = 5 * 1024 * 1024;

/** A freeze shows as a test that does not end: linear work takes some ten milliseconds, anything quadratic takes hours. */
const patience = 60_000;

describe('a line', () => {
  test('is kept as it was typed, without its ends', () => {
    expect(checkLine('  Home by 18:30; if not, I ring. ', 120)).toEqual({
      ok: true,
      value: 'Home by 18:30; if not, I ring.',
    });
  });

  test('is empty when nothing in it can be seen', () => {
    for (const text of [
      '',
      '   ',
      '\n\t\r\n',
      '\u200B\u200D',
      '\u2060\uFEFF',
      '\u00AD',
      '\u202E',
      '\u3164',
      '\u2800',
      '\u0000',
    ]) {
      expect(checkLine(text, 120), JSON.stringify(text)).toEqual({ ok: false, error: 'empty' });
    }
  });

  test('counts code points, so that 120 emoji fit and 121 do not', () => {
    expect(checkLine('🌱'.repeat(120), 120).ok).toBe(true);
    expect(checkLine('🌱'.repeat(121), 120)).toEqual({ ok: false, error: 'tooLong' });
    expect(checkLine('a'.repeat(120), 120).ok).toBe(true);
    expect(checkLine('a'.repeat(121), 120)).toEqual({ ok: false, error: 'tooLong' });
  });

  test('keeps emoji that are joined of several', () => {
    const family = 'Dinner with 👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿';
    expect(checkLine(family, 120)).toEqual({ ok: true, value: family });
  });

  test('turns every kind of line break and tab into one space', () => {
    expect(checkLine('one\r\ntwo\u2028three\u0085four\tfive\n\n\nsix', 120)).toEqual({
      ok: true,
      value: 'one two three four five six',
    });
  });

  test('keeps the marks that Arabic, Hebrew and Persian are written with', () => {
    for (const text of ['\u200Fأعود إلى المنزل 18:30', 'می\u200Cخواهم', 'שלום\u200E (18:30)', 'ক\u200D্ষ']) {
      expect(checkLine(text, 120), text).toEqual({ ok: true, value: text });
    }
  });

  test('names hidden marks that could make it read otherwise than it is', () => {
    for (const mark of [
      '\u202A',
      '\u202B',
      '\u202C',
      '\u202D',
      '\u202E',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
      '\u0000',
      '\u0007',
      '\u001B',
      '\u007F',
      '\u009F',
    ]) {
      expect(checkLine(`pay ${mark}the bill`, 120), JSON.stringify(mark)).toEqual({ ok: false, error: 'hiddenMarks' });
    }
  });

  test('passes once its hidden marks are taken out', () => {
    const cleaned = withoutHiddenMarks('\u202Epay\u0000 the\n bill\u2069');
    expect(cleaned).toBe('pay the  bill');
    expect(checkLine(cleaned, 120).ok).toBe(true);
  });

  test('replaces half a character, which no disk could give back', () => {
    expect(checkLine('a\uD83Cb', 120)).toEqual({ ok: true, value: 'a\uFFFDb' });
    expect(checkLine('\uDF31', 120)).toEqual({ ok: true, value: '\uFFFD' });
    expect(checkLine('a🌱b', 120)).toEqual({ ok: true, value: 'a🌱b' });
  });

  test('refuses a paste of 5 MB without a pause, whatever it is made of', { timeout: patience }, () => {
    const pastes = ['a', ' ', '\n', 'a \n', '\u202E', '\u200B', '🌱', '\uD83C', 'é́́'];
    for (const piece of pastes) {
      const paste = piece.repeat(fiveMegabytes / piece.length);
      expect(checkLine(paste, 120).ok, JSON.stringify(piece)).toBe(false);
    }
    expect(checkLine(`a${' \n'.repeat(fiveMegabytes / 2)}b`, 120)).toEqual({
      ok: false,
      error: 'tooLong',
    });
    expect(withoutHiddenMarks('\u202E\n'.repeat(fiveMegabytes / 2)).trim()).toBe('');
  });

  test('that is mostly line breaks is as long as it reads', { timeout: patience }, () => {
    expect(checkLine(`a${'\n'.repeat(fiveMegabytes)}b`, 120)).toEqual({ ok: true, value: 'a b' });
  });
});

describe('a body', () => {
  test('keeps its lines, its ends and its direction marks', () => {
    const body = '  First line\n\n\tsecond \u2067שלום\u2069\r\n';
    expect(checkBody(body, 1000)).toEqual({ ok: true, value: body });
  });

  test('is empty or too long like a line', () => {
    expect(checkBody(' \n\u200B', 10)).toEqual({ ok: false, error: 'empty' });
    expect(checkBody('🌱'.repeat(11), 10)).toEqual({ ok: false, error: 'tooLong' });
    expect(checkBody('🌱'.repeat(10), 10).ok).toBe(true);
  });

  test('of 5 MB is refused at once', { timeout: patience }, () => {
    expect(checkBody('word '.repeat(fiveMegabytes / 5), 200_000)).toEqual({
      ok: false,
      error: 'tooLong',
    });
  });

  test('has its broken halves replaced too', () => {
    expect(checkBody('a\uDC00\n', 10)).toEqual({ ok: true, value: 'a\uFFFD\n' });
  });
});

test('the length of a text is measured in code points, at the edges too', () => {
  expect(isLongerThan('', 0)).toBe(false);
  expect(isLongerThan('a', 0)).toBe(true);
  expect(isLongerThan('🌱🌱', 2)).toBe(false);
  expect(isLongerThan('🌱🌱a', 2)).toBe(true);
});
