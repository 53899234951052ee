// A row with the clock stamp of each field: how an edit changes it, and how it is spelled for sealing.

import type { Edit, Fields, Json } from '../kernel/record.ts';
import { isPlainObject, isSafeName, jsonLimits, parseJson } from './bounded-json.ts';
import { greatest, parseStamp, type Stamp, wallOf } from './hlc.ts';
import { newestIn, parseTextRegister, writeText } from './text-register.ts';

/** Every field has a stamp, and no stamp is without its field. Fields that this version does not know stay as they are. */
export interface StampedRow {
  readonly id: string;
  readonly kind: string;
  readonly fields: Fields;
  readonly stamps: Readonly<Record<string, Stamp>>;
}

/** What an edit sets, once its row is known. */
export type RowEdit = Pick<Edit, 'kind' | 'set' | 'texts'> & { readonly id: string };

/** `s` is the stamp of every field that is not in `o`. */
export type PackedRow = {
  readonly k: string;
  readonly f: Fields;
  readonly s?: Stamp;
  readonly o?: Readonly<Record<string, Stamp>>;
};

export interface StampedField {
  readonly value: Json;
  readonly stamp: Stamp;
}

/** The row after an edit made at `stamp`. Throws on what could not be read back: to write it would be to lose the row. */
export function applyEdit(row: StampedRow | undefined, edit: RowEdit, stamp: Stamp): StampedRow {
  if (row && (row.id !== edit.id || row.kind !== edit.kind)) throw new RangeError('The edit is of another row.');
  const fields = new Map(row && fieldsOf(row));
  for (const [name, value] of Object.entries(edit.set)) fields.set(name, { value, stamp });
  for (const [name, { text, over }] of Object.entries(edit.texts ?? {})) {
    fields.set(name, { value: writeText(parseTextRegister(fields.get(name)?.value), text, stamp, over), stamp });
  }
  const values = parseFields(Object.fromEntries(Array.from(fields, ([name, field]) => [name, field.value])));
  if (!isSafeName(edit.kind) || !values) throw new RangeError('The edit goes beyond what a row can hold.');
  return rowOf(edit.id, edit.kind, fields);
}

/** The stamps that the edit's own must be above. */
export const replacedStamps = (row: StampedRow | undefined, edit: Pick<RowEdit, 'set' | 'texts'>): Stamp[] =>
  [...Object.keys(edit.set), ...Object.keys(edit.texts ?? {})].flatMap((name) => ownStamp(row?.stamps, name) ?? []);

/** Instant of the newest edit of any field, in ms since 1970, by the clock of the device that made it. */
export function editedAt(row: StampedRow): number {
  const newest = greatest(Object.values(row.stamps));
  return newest === undefined ? 0 : wallOf(newest);
}

export function packRow(row: StampedRow): PackedRow {
  const common = commonest(Object.values(row.stamps));
  if (common === undefined) return { k: row.kind, f: row.fields };
  const others = Object.entries(row.stamps).filter(([, stamp]) => stamp !== common);
  const packed = { k: row.kind, f: row.fields, s: common };
  return others.length === 0 ? packed : { ...packed, o: Object.fromEntries(others) };
}

/** The row that a packed form spells, or nothing when it is malformed or goes beyond the limits. */
export function unpackRow(id: string, packed: unknown): StampedRow | undefined {
  if (!isPlainObject(packed)) return undefined;
  const { k: kind, f: values, s: common, o: others = {} } = packed;
  if (typeof kind !== 'string' || !isSafeName(kind) || !isPlainObject(others)) return undefined;
  const parsed = parseFields(values);
  if (!parsed || Object.keys(others).some((name) => !Object.hasOwn(parsed, name))) return undefined;
  const fields = new Map<string, StampedField>();
  for (const [name, value] of Object.entries(parsed)) {
    const stamp = parseStamp(Object.hasOwn(others, name) ? others[name] : common);
    if (!stamp) return undefined;
    fields.set(name, settled({ value, stamp }));
  }
  return rowOf(id, kind, fields);
}

/**
 * A text's own newest stamp counts for its field. So no forged text can name the stamp that the person's next edit
 * will have, and declare it written over in advance.
 */
function settled({ value, stamp }: StampedField): StampedField {
  const register = parseTextRegister(value);
  return register ? { value: register, stamp: later(stamp, newestIn(register) ?? stamp) } : { value, stamp };
}

function parseFields(values: unknown): Fields | undefined {
  const parsed = isPlainObject(values) ? parseJson(values) : undefined;
  return isMembers(parsed) && Object.keys(parsed).length <= jsonLimits.fields ? parsed : undefined;
}

const isMembers = (json: Json | undefined): json is Fields => isPlainObject(json);

/** Without prototype, so that a field called `toString` is there only when it is there. */
export function rowOf(id: string, kind: string, from: ReadonlyMap<string, StampedField>): StampedRow {
  const fields: Record<string, Json> = Object.create(null);
  const stamps: Record<string, Stamp> = Object.create(null);
  for (const [name, { value, stamp }] of from) {
    fields[name] = value;
    stamps[name] = stamp;
  }
  return { id, kind, fields, stamps };
}

export const fieldsOf = (row: StampedRow): [string, StampedField][] =>
  Object.entries(row.fields).flatMap(([name, value]) => {
    const stamp = ownStamp(row.stamps, name);
    return stamp ? [[name, { value, stamp }]] : [];
  });

const ownStamp = (stamps: StampedRow['stamps'] | undefined, name: string): Stamp | undefined =>
  stamps && Object.hasOwn(stamps, name) ? stamps[name] : undefined;

export const later = (one: Stamp, other: Stamp): Stamp => (one > other ? one : other);

/** The newest of those that occur most often. */
function commonest(stamps: readonly Stamp[]): Stamp | undefined {
  const counts = new Map<Stamp, number>();
  for (const stamp of stamps) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return greatest([...counts].flatMap(([stamp, count]) => (count === most ? stamp : [])));
}
