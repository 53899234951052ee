// A row as pages read it: stamps left out, long texts as they are shown. The comparison of texts is fetched only for a
// row that was really written in two places at once, because it is heavier than all the rest of reading.

import type { Json, Row, TextView } from '../kernel/record.ts';
import { editedAt, type StampedRow } from './stamped-row.ts';
import { parseTextRegister, type TextRegister } from './text-register.ts';

export type TextReader = (register: TextRegister) => TextView;

export async function toView(row: StampedRow): Promise<Row> {
  const several = Object.values(row.fields).some((value) => Number(parseTextRegister(value)?.heads.length) > 1);
  return viewBy(several ? await comparison() : readWhole, row);
}

/** `read` makes of the versions of a text the one that is shown. */
export function viewBy(read: TextReader, row: StampedRow): Row {
  const fields: Record<string, Json> = Object.create(null);
  for (const [name, value] of Object.entries(row.fields)) {
    const register = parseTextRegister(value);
    fields[name] = register ? { ...read(register) } : value;
  }
  return { id: row.id, kind: row.kind, fields, editedAt: editedAt(row) };
}

/** One version is the text. Several stand one after the other. */
export const readWhole: TextReader = ({ heads }) => ({
  text: heads.map(({ text }) => text).join('\n\n'),
  heads: heads.map(({ at }) => at),
  conflict: heads.length > 1,
});

async function comparison(): Promise<TextReader> {
  try {
    return (await import('./three-way.ts')).readText;
  } catch {
    return readWhole; // its file cannot be had: every version is shown whole, which loses nothing
  }
}
