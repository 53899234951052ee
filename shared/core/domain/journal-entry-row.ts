// Reads a journal entry from its row.

import { boolean } from 'valibot';
import type { Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { given } from './given.ts';
import { type JournalEntry, tagField } from './journal-entry.ts';
import { limits } from './limits.ts';
import { deletedField, identifier, localDay, longText, type Malformed, maybe, parseRow, rowOf } from './row-schema.ts';

const schema = rowOf('journalEntry', {
  day: localDay,
  body: longText(limits.journalBody),
  heavy: maybe(boolean()),
  promptKey: maybe(identifier),
  deleted: deletedField,
});

// More than one person can add, because two devices may each have added as many as are allowed.
const mostTagsRead = 200;

/** An entry from its row. Error: `malformed`. */
export function parseJournalEntry(row: Row): Result<JournalEntry, Malformed> {
  const parsed = parseRow(schema, row);
  if (!parsed.ok) return parsed;
  const { id, fields, editedAt } = parsed.value;
  const { day, body, heavy, promptKey, deleted } = fields;
  const tags = tagsOf(row.fields);
  return ok({
    id,
    day,
    body,
    heavy: heavy === true,
    tags,
    ...given({ promptKey }),
    deleted: deleted === true,
    editedAt,
  });
}

function tagsOf(fields: Row['fields']): string[] {
  const prefix = tagField('');
  return Object.keys(fields)
    .filter((name) => fields[name] === true && name.startsWith(prefix) && name.length > prefix.length)
    .filter((name) => name.length <= prefix.length + limits.tag * 4)
    .map((name) => name.slice(prefix.length))
    .sort()
    .slice(0, mostTagsRead);
}
