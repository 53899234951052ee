// Reads an appreciation from its row.

import { boolean, minLength, pipe } from 'valibot';
import type { Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Appreciation } from './appreciation.ts';
import { limits } from './limits.ts';
import { deletedField, localDay, type Malformed, maybe, parseRow, rowOf, textUpTo } from './row-schema.ts';

const schema = rowOf('appreciation', {
  day: localDay,
  what: pipe(textUpTo(limits.appreciation), minLength(1)),
  saidAloud: maybe(boolean()),
  deleted: deletedField,
});

/** An appreciation from its row. Error: `malformed`. */
export function parseAppreciation(row: Row): Result<Appreciation, Malformed> {
  const parsed = parseRow(schema, row);
  if (!parsed.ok) return parsed;
  const { id, fields, editedAt } = parsed.value;
  const { day, what, saidAloud, deleted } = fields;
  return ok({ id, day, what, saidAloud: saidAloud === true, deleted: deleted === true, editedAt });
}
