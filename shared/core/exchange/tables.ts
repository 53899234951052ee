// One table for each kind of record, for spreadsheets. A column for each field; texts as they are, everything else as
// JSON writes it.

import { parseCommitment } from '../domain/commitment-row.ts';
import { tagField } from '../domain/journal-entry.ts';
import type { Json, Row } from '../kernel/record.ts';
import { writeCsv } from './csv.ts';
import { asTextView } from './json-format.ts';
import type { Folder } from './markdown-folder.ts';
import { writtenAt } from './written-at.ts';

const fileNames: Readonly<Record<string, string | undefined>> = {
  commitment: 'promises',
  outcome: 'answers',
  win: 'wins',
  appreciation: 'kind-acts',
  celebration: 'after-words',
  journalEntry: 'journal',
};

const firstColumns = ['day', 'promise', 'text', 'what', 'body', 'result', 'of', 'note', 'tags', 'written', 'zone'];
/** Said by other columns, or by being here at all. */
const leftOut: readonly string[] = ['deleted', 'when'];

export function writeTables(rows: readonly Row[]): Folder {
  const promises = new Map(
    rows.flatMap((row) => {
      const promise = parseCommitment(row);
      return promise.ok ? [[promise.value.id, promise.value.text] as const] : [];
    }),
  );
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const others = kinds.filter((kind) => !Object.hasOwn(fileNames, kind));
  return Object.fromEntries(
    kinds.map((kind) => {
      const cells = rows.filter((row) => row.kind === kind).map((row) => cellsOf(row, promises));
      const named = Object.hasOwn(fileNames, kind) ? fileNames[kind] : undefined;
      // The name of a later kind is somebody's text, and no name for a file
      return [`${named ?? `other-${others.indexOf(kind) + 1}`}.csv`, table(kind, cells)];
    }),
  );
}

function table(kind: string, lines: readonly ReadonlyMap<string, string>[]): string {
  const names = [...new Set(lines.flatMap((cells) => [...cells.keys()]))].sort();
  const columns = [
    ...firstColumns.filter((name) => names.includes(name)),
    ...names.filter((name) => !firstColumns.includes(name)),
  ];
  const kindColumn = Object.hasOwn(fileNames, kind) ? [] : [kind];
  return writeCsv([
    [...columns, ...kindColumn.map(() => 'kind')],
    ...lines.map((cells) => [...columns.map((name) => cells.get(name) ?? ''), ...kindColumn]),
  ]);
}

function cellsOf({ id, kind, fields }: Row, promises: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const cells = new Map<string, string>([['id', id]]);
  const tags: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith(tagField(''))) {
      if (value === true) tags.push(name.slice(tagField('').length));
    } else if (!leftOut.includes(name)) cells.set(name, cellOf(value));
  }
  if (tags.length > 0) cells.set('tags', tags.sort().join(', '));
  const written = writtenAt(fields);
  if (written) cells.set('written', written);
  const { zone } = Object(fields['when']) as { readonly zone?: unknown };
  if (typeof zone === 'string') cells.set('zone', zone);
  const promise = kind === 'outcome' ? promises.get(String(fields['of'])) : undefined;
  if (promise !== undefined) cells.set('promise', promise);
  return cells;
}

function cellOf(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return asTextView(value)?.text ?? JSON.stringify(value);
}
