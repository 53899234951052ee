// Whether a text is longer than an entry may be, without reading a huge one.

import { limits } from '@core/domain/limits.ts';
import { isLongerThan } from '@core/domain/text.ts';

type Field = Pick<HTMLTextAreaElement, 'textLength' | 'value'>;

/** A code point has at most two units: above this length no counting is needed. */
export const surelyTooLong = 2 * limits.journalBody;

/** `textLength` costs nothing; the text itself is only asked for where it may be just short enough. */
export function isTooLong(field: Field): boolean {
  if (field.textLength <= limits.journalBody) return false;
  return field.textLength > surelyTooLong || isLongerThan(field.value, limits.journalBody);
}
