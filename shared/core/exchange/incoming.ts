// What a file from outside brings, before anybody asked whether it is here already.

import type { FieldError, InputError } from '../domain/input.ts';
import type { Act, LocalDay } from '../kernel/local-day.ts';
import type { Fields } from '../kernel/record.ts';

export type Source = 'export' | 'dayOne' | 'loop' | 'table';

/** Why something stays behind. Every name has its sentence under `exchange.left-<name>`. */
export const leftBehind = [
  'unreadable',
  'noText',
  'tooLong',
  'noDay',
  'notYet',
  'twice',
  'media',
  'stars',
  'places',
  'tags',
  'openDays',
  'amounts',
  'notesAlone',
  'settings',
] as const;

export type LeftBehind = (typeof leftBehind)[number];

/** Which row it becomes: its own, one that is derived from a name, or the one that belongs to a promise and a day. */
export type Place =
  | { readonly id: string }
  | { readonly name: string }
  | { readonly answer: 'outcome' | 'told'; readonly to: string; readonly day: LocalDay };

export interface IncomingRecord {
  /** How the file calls it. Others in the file name it so in their field `of`. */
  readonly was: string;
  readonly kind: string;
  readonly place: Place;
  readonly set: Fields;
  /** Long texts. */
  readonly texts?: Readonly<Record<string, string>>;
}

export interface Incoming {
  readonly source: Source;
  readonly records: readonly IncomingRecord[];
  readonly left: Readonly<Partial<Record<LeftBehind, number>>>;
}

/** Why an entry that the form for entries would not take stays behind. */
export const leftFor = ([first]: readonly FieldError[]): LeftBehind => (first && reasons[first.type]) ?? 'unreadable';

const reasons: Readonly<Partial<Record<InputError, LeftBehind>>> = {
  empty: 'noText',
  tooLong: 'tooLong',
  inFuture: 'notYet',
};

/** What a reader has to know about where the person is. */
export interface Here {
  readonly today: LocalDay;
  /** IANA zone. */
  readonly zone: string;
}

export interface Gathering {
  readonly records: IncomingRecord[];
  /** Both answer nothing, so that a reader may end with either. */
  add(record: IncomingRecord): undefined;
  leave(reason: LeftBehind, count?: number): undefined;
  result(): Incoming;
}

/** Collects records and counts what stays behind. The first of two records with one name stays. */
export function gather(source: Source): Gathering {
  const records: IncomingRecord[] = [];
  const names = new Set<string>();
  const left: Partial<Record<LeftBehind, number>> = {};
  const leave = (reason: LeftBehind, count = 1): undefined => {
    if (count > 0) left[reason] = (left[reason] ?? 0) + count;
  };
  return {
    records,
    leave,
    add(record) {
      if (names.has(record.was)) return leave('twice');
      names.add(record.was);
      records.push(record);
      return undefined;
    },
    result: () => ({ source, records, left }),
  };
}

/** For a file that tells the day and not the instant: `withoutInstant` takes this one away again. */
export const sometimeOn = (day: LocalDay, { zone }: Here): Act => ({ day, zone, offset: 0, at: 0 });

export function withoutInstant({ when: _when, ...rest }: Fields): Fields {
  return rest;
}
