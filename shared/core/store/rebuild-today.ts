// The precomputed row again, from the records themselves: after a damage, a restore or a change of its form.

import { emptyToday, type Today } from '../domain/today.ts';
import { daysKept, reduceToday } from '../domain/today-reduce.ts';
import { actAt, addDays } from '../kernel/local-day.ts';
import type { Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import { listRows } from './read.ts';
import type { Vault } from './vault.ts';

export async function rebuildToday(vault: Vault): Promise<Result<Today, Fault>> {
  const { day } = actAt(vault.clock);
  const rows: Row[] = [];
  const queries = [
    listRows(vault, 'settings'),
    listRows(vault, 'commitment'),
    // One day ahead as well: a traveller may already have answered for tomorrow.
    ...Array.from({ length: daysKept + 2 }, (_, back) => listRows(vault, 'outcome', { day: addDays(day, 1 - back) })),
  ];
  for (const listing of await Promise.all(queries)) {
    if (!listing.ok) return listing;
    rows.push(...listing.value.rows);
  }
  return ok(reduceToday(emptyToday, rows, day));
}
