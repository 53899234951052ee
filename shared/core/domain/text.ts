// What may be stored as a text that somebody typed or pasted. Every check is linear, because a paste may be 5 MB.

import { err, ok, type Result } from '../kernel/result.ts';

export type TextError = 'empty' | 'tooLong' | 'hiddenMarks';

// U+2800 is a blank Braille cell: a letter by its class, nothing by its look.
const visible = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;
const lineBreaks = /[\t-\r\u0085\u2028\u2029]+/g;
// Embeddings, overrides and isolates can make a line read otherwise than it is stored. LRM, RLM, ZWJ and ZWNJ are
// left alone: Arabic, Persian, Indic scripts and emoji are written with them.
const hidden = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const everyHidden = new RegExp(hidden, 'gu');

/**
 * A text of one line, as it is to be stored: breaks and tabs become a space, ends are trimmed, broken halves of
 * characters are replaced. `max` in code points.
 * Errors: `empty` (nothing to be seen), `tooLong`, `hiddenMarks` (see `withoutHiddenMarks`).
 */
export function checkLine(text: string, max: number): Result<string, TextError> {
  if (!visible.test(text)) return err('empty');
  // The beginning decides about almost every paste, and leaves the other 5 MB unread.
  if (isLongerThan(oneLine(text.slice(0, 16 * max)), max)) return err('tooLong');
  const line = oneLine(text);
  if (isLongerThan(line, max)) return err('tooLong');
  return hidden.test(line) ? err('hiddenMarks') : ok(wellFormed(line));
}

/** A text of many lines, kept as typed. `max` in code points. Errors: `empty`, `tooLong`. */
export function checkBody(text: string, max: number): Result<string, 'empty' | 'tooLong'> {
  if (!visible.test(text)) return err('empty');
  return isLongerThan(text, max) ? err('tooLong') : ok(wellFormed(text));
}

/** The same line without the marks that `checkLine` refuses, so that a page can offer it. */
export const withoutHiddenMarks = (text: string): string => text.replace(lineBreaks, ' ').replace(everyHidden, '');

/** Whether there are more than `max` code points. Stops counting as soon as it knows. */
export function isLongerThan(text: string, max: number): boolean {
  if (text.length <= max) return false;
  if (text.length > 2 * max) return true;
  let count = 0;
  for (const _ of text) if (++count > max) return true;
  return false;
}

const oneLine = (text: string): string => text.replace(lineBreaks, ' ').trim();

/** Half a surrogate pair cannot be written as UTF-8: it would come back from the disk as something else. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
