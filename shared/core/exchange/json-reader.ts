// Our own JSON, from whoever may have had it in hand. A record of a kind that we know has to be whole; one of a later
// kind is taken as it is, within the limits that every row has.

import { parserOf } from '../domain/parsers.ts';
import { parseLocalDay } from '../kernel/local-day.ts';
import { type Fields, isDeleted, type Json, type Row } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isPlainObject, isSafeName, jsonLimits, parseJson } from '../merge/bounded-json.ts';
import { gather, type Incoming, type IncomingRecord, type Place } from './incoming.ts';
import { jsonVersion } from './json-format.ts';
import { exchangeLimits } from './limits.ts';
import type { Refusal } from './refusal.ts';

const idShape = /^[\w-]{1,100}$/;

export function readJson(file: Readonly<Record<string, unknown>>): Result<Incoming, Refusal> {
  const { v: version, records } = file;
  if (typeof version === 'number' && version > jsonVersion) return err({ type: 'newer' });
  if (version !== jsonVersion || !Array.isArray(records)) return err({ type: 'damaged' });
  if (records.length > exchangeLimits.records) return err({ type: 'tooMany' });
  const found = gather('export');
  for (const raw of records as readonly unknown[]) {
    const record = readRecord(raw);
    if (record === 'settings') found.leave('settings');
    else if (record) found.add(record);
    else found.leave('unreadable');
  }
  return ok(found.result());
}

function readRecord(raw: unknown): IncomingRecord | 'settings' | undefined {
  const json = parseJson(raw);
  if (!isMembers(json)) return undefined;
  const { id, kind, fields, answers } = json;
  if (kind === 'settings') return 'settings'; // a file must not decide who sees this screen
  if (typeof id !== 'string' || !idShape.test(id) || typeof kind !== 'string' || !isSafeName(kind)) return undefined;
  const split = isMembers(fields) && splitTexts(fields);
  if (!split || isDeleted({ fields: split.set })) return undefined;
  if (Object.keys(fields).length > jsonLimits.fields) return undefined;
  if (parserOf(kind)?.(asRow(id, kind, split)).ok === false) return undefined;
  return { was: id, kind, place: placeOf(id, kind, split.set, answers), ...split };
}

/** An answer is known by its promise and day, because its id is a secret of the place it comes from. */
function placeOf(id: string, kind: string, { of, day: rawDay }: Fields, answers: Json | undefined): Place {
  const day = parseLocalDay(rawDay);
  if (kind === 'outcome' && day && isId(of)) return { answer: 'outcome', to: of, day };
  if (kind === 'win' && of === 'toldEarly' && day && isId(answers)) return { answer: 'told', to: answers, day };
  return { id };
}

const isId = (value: unknown): value is string => typeof value === 'string' && idShape.test(value);

interface Split {
  readonly set: Fields;
  readonly texts?: Readonly<Record<string, string>>;
}

/** Nothing when a field looks like a text with versions: those are made here, and by nobody else. */
function splitTexts(fields: Fields): Split | undefined {
  const set: Record<string, Json> = Object.create(null);
  const texts: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) {
    if (!isPlainObject(value) || value['~'] !== 'text') {
      set[name] = value;
      continue;
    }
    const { text } = value;
    if (typeof text !== 'string' || Object.keys(value).length !== 2) return undefined;
    texts[name] = text;
  }
  return Object.keys(texts).length > 0 ? { set, texts } : { set };
}

function asRow(id: string, kind: string, { set, texts = {} }: Split): Row {
  const views = Object.entries(texts).map(([name, text]) => [name, { text, heads: [], conflict: false }]);
  return { id, kind, fields: { ...set, ...Object.fromEntries(views) }, editedAt: 0 };
}

const isMembers = (json: Json | undefined): json is Fields => isPlainObject(json);
