// Whether a text is longer than an entry may be, without reading a huge one.

import { limits } from '@core/domain/limits.ts';
import { isLongerThan } from '@core/domain/text.ts';

type Field = Pick<HTMLTextAreaElement, 'textLength' | 'value'>;

/** A code point has at most two units: above this length no counting is needed. */
const surely = 2 * limits.journalBody;

/** `textLength` costs nothing; the text itself is only asked for where it may be just short enough. */
export function isTooLong(field: Field): boolean {
  if (field.textLength <= limits.journalBody) return false;
  return field.textLength > surely || isLongerThan(field.value, limits.journalBody);
}

/**
 * What is about to be put into the field and is far too long for it. Browsers take seconds to lay out some megabytes in
 * a textarea, and seconds again at each key, so such a text is shown beside the field instead.
 */
export function hugeInsertion(event: InputEvent | ClipboardEvent, field: Field): string | undefined {
  const text = 'clipboardData' in event ? event.clipboardData?.getData('text/plain') : event.data;
  return text && text.length + field.textLength > surely ? text : undefined;
}

/** The text in pieces of a few screens, which a browser lays out only when they are looked at. Together they are it. */
export function inPieces(text: string, length = 4000): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + length < text.length ? endOfPiece(text, start, start + length) : text.length;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** Behind the last line or word that fits; never between the halves of one character. */
function endOfPiece(text: string, start: number, most: number): number {
  const line = text.lastIndexOf('\n', most - 1);
  if (line > start) return line + 1;
  const word = text.lastIndexOf(' ', most - 1);
  if (word > start) return word + 1;
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return splits ? most - 1 : most;
}
