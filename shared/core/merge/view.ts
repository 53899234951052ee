// A row as pages read it: stamps left out, long texts as they are shown. Heavier than the row, by the text comparison.

import type { Json, Row } from '../kernel/record.ts';
import { editedAt, type StampedRow } from './stamped-row.ts';
import { parseTextRegister } from './text-register.ts';
import { readText } from './three-way.ts';

export function toView(row: StampedRow): Row {
  const fields: Record<string, Json> = Object.create(null);
  for (const [name, value] of Object.entries(row.fields)) fields[name] = shown(value);
  return { id: row.id, kind: row.kind, fields, editedAt: editedAt(row) };
}

function shown(value: Json): Json {
  const register = parseTextRegister(value);
  return register ? { ...readText(register) } : value;
}
