// Records day by day from the newest back: as many months as are needed, and word of whether there are earlier ones.

import { addDays, type LocalDay, monthOf } from '@core/kernel/local-day.ts';
import type { Row } from '@core/kernel/record.ts';
import { ok, type Result } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';

export interface DayOf<Item> {
  readonly day: LocalDay;
  /** The newest first. */
  readonly items: readonly Item[];
}

export interface LookBack<Item> {
  readonly days: readonly DayOf<Item>[];
  /** There are earlier ones. */
  readonly more: boolean;
  /** Records that are there and cannot be read. */
  readonly unread: number;
}

interface Source<Item> {
  readonly kind: string;
  parse(row: Row): Result<Item, unknown>;
}

interface LookBackOptions<Item> {
  readonly sources: readonly Source<Item>[];
  readonly today: LocalDay;
  /** How many records are wanted; the last month is shown whole, so there may be more. */
  readonly most: number;
}

interface Dated {
  readonly day: LocalDay;
}

type Reader = Pick<Ledger, 'listing' | 'count'>;

/** After so many months with nothing the rest is read at once: a day may be written as 1953, or lie far ahead. */
const emptyMonths = 18;

export async function lookBack<Item extends Dated>(
  ledger: Reader,
  { sources, today, most }: LookBackOptions<Item>,
): Promise<Result<LookBack<Item>, Fault>> {
  const total = await sum(sources.map(({ kind }) => ledger.count(kind)));
  if (!total.ok) return total;
  let gathered = nothing<Item>();
  let seen = 0;
  // One month ahead, because an answer from another time zone may already carry tomorrow's day.
  let month = monthOf(addDays(today, 31));
  for (let empty = 0; seen < total.value && gathered.items.length < most; month = monthBefore(month)) {
    const found = await gather(ledger, sources, empty > emptyMonths ? undefined : { month });
    if (!found.ok) return found;
    if (empty > emptyMonths) return ok(arrange(found.value, false));
    const counted = await sum(sources.map(({ kind }) => ledger.count(kind, { month })));
    if (!counted.ok) return counted;
    gathered = { items: [...gathered.items, ...found.value.items], unread: gathered.unread + found.value.unread };
    seen += counted.value;
    empty = counted.value > 0 ? 0 : empty + 1;
  }
  return ok(arrange(gathered, seen < total.value));
}

interface Gathered<Item> {
  readonly items: readonly { readonly item: Item; readonly at: number }[];
  readonly unread: number;
}

const nothing = <Item>(): Gathered<Item> => ({ items: [], unread: 0 });

async function gather<Item>(
  ledger: Reader,
  sources: readonly Source<Item>[],
  where: { readonly month: string } | undefined,
): Promise<Result<Gathered<Item>, Fault>> {
  let { items, unread } = nothing<Item>();
  for (const { kind, parse } of sources) {
    const listing = await ledger.listing(kind, where);
    if (!listing.ok) return listing;
    const { rows, damaged } = listing.value;
    const parsed = rows.flatMap((row) => {
      const result = parse(row);
      return result.ok ? [{ item: result.value, at: madeAt(row) }] : [];
    });
    items = [...items, ...parsed];
    unread += damaged + rows.length - parsed.length;
  }
  return ok({ items, unread });
}

function arrange<Item extends Dated>({ items, unread }: Gathered<Item>, more: boolean): LookBack<Item> {
  const byDay = new Map<LocalDay, { item: Item; at: number }[]>();
  for (const one of items) byDay.set(one.item.day, [...(byDay.get(one.item.day) ?? []), one]);
  const days = [...byDay]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, ofDay]) => ({ day, items: ofDay.sort((a, b) => b.at - a.at).map(({ item }) => item) }));
  return { days, more, unread };
}

/** When it was written down; the order within a day. */
function madeAt({ fields, editedAt }: Row): number {
  const { at } = Object(fields['when']) as { readonly at?: unknown };
  return typeof at === 'number' ? at : editedAt;
}

function monthBefore(month: string): string {
  return monthOf(addDays(`${month}-01` as LocalDay, -1));
}

async function sum(counts: readonly Promise<Result<number, Fault>>[]): Promise<Result<number, Fault>> {
  let all = 0;
  for (const counted of await Promise.all(counts)) {
    if (!counted.ok) return counted;
    all += counted.value;
  }
  return ok(all);
}
