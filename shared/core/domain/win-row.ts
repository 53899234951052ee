// Reads a win from its row.

import { picklist } from 'valibot';
import type { Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { given } from './given.ts';
import { limits } from './limits.ts';
import { deletedField, localDay, type Malformed, maybe, parseRow, rowOf, textUpTo } from './row-schema.ts';
import { valueOfWin, type Win, winTypes } from './win.ts';

const schema = rowOf('win', {
  of: picklist(winTypes.map(({ type }) => type)),
  day: localDay,
  note: maybe(textUpTo(limits.note)),
  deleted: deletedField,
});

/** A win from its row; its value follows from its type. Error: `malformed`. */
export function parseWin(row: Row): Result<Win, Malformed> {
  const parsed = parseRow(schema, row);
  if (!parsed.ok) return parsed;
  const { id, fields, editedAt } = parsed.value;
  const { of, day, note, deleted } = fields;
  return ok({ id, of, value: valueOfWin(of), day, ...given({ note }), deleted: deleted === true, editedAt });
}
