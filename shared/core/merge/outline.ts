// A row as pages read it, without its long texts: all that the precomputed day needs, and light enough for a new tab.

import type { Json, Row } from '../kernel/record.ts';
import { editedAt, type StampedRow } from './stamped-row.ts';
import { parseTextRegister } from './text-register.ts';

export function toOutline(row: StampedRow): Row {
  const fields: Record<string, Json> = Object.create(null);
  for (const [name, value] of Object.entries(row.fields)) if (!parseTextRegister(value)) fields[name] = value;
  return { id: row.id, kind: row.kind, fields, editedAt: editedAt(row) };
}
