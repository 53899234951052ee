// The pieces of valibot that every record parser is made of. Whatever comes from disk or network is hostile here.

import {
  array,
  boolean,
  custom,
  finite,
  type GenericSchema,
  type InferOutput,
  literal,
  maxLength,
  minLength,
  nullish,
  number,
  type ObjectEntries,
  object,
  pipe,
  safeParse,
  string,
} from 'valibot';
import { type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** The row is not of this kind, or was damaged. It stays in the store as it is. */
export interface Malformed {
  readonly type: 'malformed';
}

export const localDay = custom<LocalDay>((value) => parseLocalDay(value) !== undefined);
export const identifier = pipe(string(), minLength(1), maxLength(200));
export const instant = pipe(number(), finite());

/** Four code units for each code point that we allow today: a later version may allow more, and is still read. */
export const textUpTo = (codePoints: number) => pipe(string(), maxLength(codePoints * 4));

/** A text that was merged may hold two versions of it, each as long as one may be. */
export const longText = (codePoints: number) =>
  object({
    text: textUpTo(codePoints * 4),
    heads: pipe(array(identifier), maxLength(100)),
    conflict: boolean(),
  });

/** A field that may be absent. An edit clears a field by setting `null`. */
export const maybe = <Schema extends GenericSchema>(schema: Schema) => nullish(schema);

/** A row of `kind`; fields that we do not know are left aside, and stay in the store. */
export const rowOf = <Entries extends ObjectEntries>(kind: string, entries: Entries) =>
  object({ id: identifier, kind: literal(kind), fields: object(entries), editedAt: instant });

/** A record is deleted only when it says so. */
export const deletedField = maybe(boolean());

/** Reads one row. Error: `malformed`; it never throws. */
export function parseRow<Schema extends GenericSchema>(
  schema: Schema,
  row: unknown,
): Result<InferOutput<Schema>, Malformed> {
  const parsed = safeParse(schema, row, { abortEarly: true });
  return parsed.success ? ok(parsed.output) : err({ type: 'malformed' });
}
