// Rows as the store would hand them out, made from the edits that the domain makes.

import { type Act, type LocalDay, parseLocalDay } from '@core/kernel/local-day.ts';
import type { Edit, Fields, Json, Row } from '@core/kernel/record.ts';

/** A day that a test takes for granted. */
export function day(text: string): LocalDay {
  const parsed = parseLocalDay(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

export const actOn = (text: string, at = Date.parse(`${text}T12:00:00Z`)): Act => ({
  day: day(text),
  zone: 'UTC',
  offset: 0,
  at,
});

export const idOf = (edit: Edit): string => ('id' in edit.row ? edit.row.id : edit.row.name);

/** The row after these edits in turn; texts appear as they would be read. */
export function rowAfter(...edits: Edit[]): Row {
  const fields: Record<string, Json> = {};
  for (const { set, texts = {} } of edits) {
    Object.assign(fields, set);
    for (const [name, { text }] of Object.entries(texts)) fields[name] = { text, heads: ['h1'], conflict: false };
  }
  const first = edits[0];
  if (!first) throw new Error('a row begins with an edit');
  return { id: idOf(first), kind: first.kind, fields, editedAt: 1000 };
}

/** The same row with some fields replaced, as a damaged disk or a foreign device might have them. */
export const withFields = (row: Row, fields: Record<string, unknown>): Row => ({
  ...row,
  fields: { ...row.fields, ...(fields as Fields) },
});

/** What a test expects to be there. */
export function must<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
