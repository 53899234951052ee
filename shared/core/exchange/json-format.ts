// The JSON file: every record with all its fields, also those that this version does not know (docs/data-format.md).

import type { LocalDay } from '../kernel/local-day.ts';
import type { Fields, Json, Row, TextView } from '../kernel/record.ts';
import { isPlainObject } from '../merge/bounded-json.ts';

export const jsonFormat = 'kept-export';
export const jsonVersion = 1;

/** A long text in the file: without its versions, because the file tells what stood there, not how it came to be. */
export type WrittenText = { readonly '~': 'text'; readonly text: string };

export interface WrittenRecord {
  readonly id: string;
  readonly kind: string;
  readonly fields: Fields;
  /** Of a win that came with an answer: the promise that was answered. */
  readonly answers?: string;
}

/** Id of a win to the promise that it came with. */
export type ToldWins = ReadonlyMap<string, string>;

/** One record to a line, so that a person can read the file too. */
export function writeJson(rows: readonly Row[], told: ToldWins, day: LocalDay): string {
  const records = rows.map((row) => JSON.stringify(toWritten(row, told)));
  const head = JSON.stringify({ format: jsonFormat, v: jsonVersion, day }).slice(0, -1);
  return `${head},"records":[\n${records.join(',\n')}\n]}\n`;
}

export function toWritten({ id, kind, fields }: Row, told: ToldWins): WrittenRecord {
  const entries = Object.entries(fields).map(([name, value]): [string, Json] => [name, toPlain(value)]);
  const answers = told.get(id);
  return { id, kind, ...(answers !== undefined && { answers }), fields: Object.fromEntries(entries) };
}

const toPlain = (value: Json): Json => {
  const text = asTextView(value);
  return text ? ({ '~': 'text', text: text.text } satisfies WrittenText) : value;
};

/** A long text as it is read, told from an ordinary object. */
export function asTextView(value: Json | undefined): TextView | undefined {
  if (!isPlainObject(value) || Object.keys(value).length !== 3) return undefined;
  const { text, heads, conflict } = value as Partial<Record<keyof TextView, unknown>>;
  return typeof text === 'string' && Array.isArray(heads) && typeof conflict === 'boolean'
    ? { text, heads, conflict }
    : undefined;
}
