// Reads an outcome from its row.

import { picklist } from 'valibot';
import type { Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { given } from './given.ts';
import { limits } from './limits.ts';
import { type Outcome, results } from './outcome.ts';
import { deletedField, identifier, localDay, type Malformed, maybe, parseRow, rowOf, textUpTo } from './row-schema.ts';

const schema = rowOf('outcome', {
  of: identifier,
  day: localDay,
  result: picklist(results),
  note: maybe(textUpTo(limits.note)),
  deleted: deletedField,
});

/** An outcome from its row. Error: `malformed`. */
export function parseOutcome(row: Row): Result<Outcome, Malformed> {
  const parsed = parseRow(schema, row);
  if (!parsed.ok) return parsed;
  const { id, fields, editedAt } = parsed.value;
  const { of, day, result, note, deleted } = fields;
  return ok({ id, of, day, result, ...given({ note }), deleted: deleted === true, editedAt });
}
