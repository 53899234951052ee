// What an import would do here: which records are new, which are here already, and the edits that bring in the rest.
// Nothing that is here is ever written over: a file has no stamps, so it cannot be newer than anything.

import { outcomeName, toldEarlyName } from '../domain/names.ts';
import type { LocalDay } from '../kernel/local-day.ts';
import { parseLocalDay } from '../kernel/local-day.ts';
import type { Edit, Fields } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Spot } from '../store/whole.ts';
import type { Incoming, IncomingRecord } from './incoming.ts';

export type Find<Failure> = (rows: readonly Pick<Edit, 'kind' | 'row'>[]) => Promise<Result<readonly Spot[], Failure>>;

export interface Plan {
  readonly edits: readonly Edit[];
  /** New records by kind. */
  readonly fresh: Readonly<Record<string, number>>;
  readonly here: number;
  /** Deleted here. They are among the edits only when that was asked for. */
  readonly deleted: number;
  /** Of the new ones. */
  readonly days: { readonly first: LocalDay; readonly last: LocalDay } | undefined;
}

interface Placed {
  readonly record: IncomingRecord;
  readonly spot: Spot;
}

export async function planImport<Failure>(
  { records }: Incoming,
  find: Find<Failure>,
  { bringBack }: { readonly bringBack: boolean },
): Promise<Result<Plan, Failure>> {
  // A row that belongs to a promise is named after the promise's id here, so promises are placed first.
  const own = await place(
    records.filter((record) => !('answer' in record.place)),
    new Map(),
    find,
  );
  if (!own.ok) return own;
  const ownIds = new Map(own.value.map(({ record, spot }) => [record.was, spot.id]));
  const answers = await place(
    records.filter((record) => 'answer' in record.place),
    ownIds,
    find,
  );
  if (!answers.ok) return answers;
  const ids = new Map([...ownIds, ...answers.value.map(({ record, spot }) => [record.was, spot.id] as const)]);
  const placed = [...own.value, ...answers.value];
  const fresh = placed.filter(({ spot }) => spot.state === 'free');
  const deleted = placed.filter(({ spot }) => spot.state === 'deleted');
  return ok({
    edits: [...fresh.map((one) => freshEdit(one, ids)), ...(bringBack ? deleted.map(backEdit) : [])],
    fresh: countKinds(fresh),
    here: placed.length - fresh.length - deleted.length,
    deleted: deleted.length,
    days: spanOf(fresh),
  });
}

/** Takes back what an import brought, and nothing else. */
export const takeBack = (edits: readonly Edit[], ids: readonly string[]): Edit[] =>
  edits.flatMap(({ kind }, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ kind, row: { id }, set: { deleted: true } }];
  });

async function place<Failure>(
  records: readonly IncomingRecord[],
  ids: ReadonlyMap<string, string>,
  find: Find<Failure>,
): Promise<Result<Placed[], Failure>> {
  const spots = await find(records.map(({ kind, place }) => ({ kind, row: rowOf(place, ids) })));
  if (!spots.ok) return spots;
  const taken = new Set<string>();
  return ok(
    records.flatMap((record, index) => {
      const spot = spots.value[index];
      if (!spot || taken.has(spot.id)) return []; // two of the file for one row: the first stays
      taken.add(spot.id);
      return [{ record, spot }];
    }),
  );
}

function rowOf(place: IncomingRecord['place'], ids: ReadonlyMap<string, string>): Edit['row'] {
  if (!('answer' in place)) return place;
  const promise = ids.get(place.to) ?? place.to;
  return { name: (place.answer === 'outcome' ? outcomeName : toldEarlyName)(promise, place.day) };
}

function freshEdit({ record, spot }: Placed, ids: ReadonlyMap<string, string>): Edit {
  const { kind, set, texts } = record;
  const written = Object.entries(texts ?? {}).map(([name, text]) => [name, { text, over: [] }] as const);
  return {
    kind,
    row: { id: spot.id },
    set: pointedHere(set, ids),
    ...(written.length > 0 && { texts: Object.fromEntries(written) }),
  };
}

/** What belongs to another record of the file belongs to the row which that one has become. */
function pointedHere(set: Fields, ids: ReadonlyMap<string, string>): Fields {
  const of = typeof set['of'] === 'string' ? ids.get(set['of']) : undefined;
  return of === undefined ? set : { ...set, of };
}

const backEdit = ({ record, spot }: Placed): Edit => ({
  kind: record.kind,
  row: { id: spot.id },
  set: { deleted: false },
});

function countKinds(placed: readonly Placed[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { record } of placed) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function spanOf(placed: readonly Placed[]): Plan['days'] {
  const days = placed.flatMap(({ record }) => parseLocalDay(record.set['day']) ?? []).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  return first && last ? { first, last } : undefined;
}
