// Records of a kind, parsed. What cannot be read is counted, so that a page can say so instead of leaving it out.

import type { Row } from '@core/kernel/record.ts';
import { ok, type Result } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Where } from '@core/store/marks.ts';
import type { Fault } from '@core/vault/fault.ts';

export interface Found<Item> {
  readonly items: readonly Item[];
  /** Records that are there and cannot be read. */
  readonly unread: number;
}

export async function readAll<Item, Malformed>(
  ledger: Pick<Ledger, 'listing'>,
  parse: (row: Row) => Result<Item, Malformed>,
  kind: string,
  where?: Where,
): Promise<Result<Found<Item>, Fault>> {
  const listing = await ledger.listing(kind, where);
  if (!listing.ok) return listing;
  const { rows, damaged } = listing.value;
  const items = rows.flatMap((row) => {
    const parsed = parse(row);
    return parsed.ok ? [parsed.value] : [];
  });
  return ok({ items, unread: damaged + rows.length - items.length });
}
