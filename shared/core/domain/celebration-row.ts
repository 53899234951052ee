// Reads a celebration from its row.

import { picklist } from 'valibot';
import type { Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Celebration, stages } from './celebration.ts';
import { given } from './given.ts';
import { limits } from './limits.ts';
import { deletedField, identifier, localDay, type Malformed, maybe, parseRow, rowOf, textUpTo } from './row-schema.ts';

const schema = rowOf('celebration', {
  of: identifier,
  day: localDay,
  stage: picklist(stages),
  promptKey: maybe(identifier),
  ownWords: maybe(textUpTo(limits.note)),
  deleted: deletedField,
});

/** A celebration from its row. Error: `malformed`. */
export function parseCelebration(row: Row): Result<Celebration, Malformed> {
  const parsed = parseRow(schema, row);
  if (!parsed.ok) return parsed;
  const { id, fields, editedAt } = parsed.value;
  const { of, day, stage, promptKey, ownWords, deleted } = fields;
  return ok({ id, of, day, stage, ...given({ promptKey, ownWords }), deleted: deleted === true, editedAt });
}
