// Rows of another vault under the ids that they have here. A record of which there is one per name (an answer, the
// settings) has an id derived from the name and a secret of its vault; taken in as it is, one day would have two answers.

import { namesIn } from '../domain/names.ts';
import type { Json } from '../kernel/record.ts';
import type { StampedRow } from '../merge/stamped-row.ts';
import { nameToId } from './state.ts';

/** `from` and `to`: the secrets behind derived ids there and here. What points to a renamed row follows it. */
export async function renameRows(rows: readonly StampedRow[], from: string, to: string): Promise<StampedRow[]> {
  if (from === to) return [...rows];
  const renamed = new Map<string, string>();
  for (const row of rows) {
    for (const { kind, name } of namesIn(row)) {
      const [there, here] = await Promise.all([nameToId(from, kind, name), nameToId(to, kind, name)]);
      renamed.set(there, here);
    }
  }
  return rows.map((row) => {
    const id = renamed.get(row.id) ?? row.id;
    const { of } = row.fields;
    const owner = typeof of === 'string' ? renamed.get(of) : undefined;
    if (owner === undefined) return id === row.id ? row : { ...row, id };
    const fields: Record<string, Json> = Object.assign(Object.create(null), row.fields, { of: owner });
    return { ...row, id, fields };
  });
}
