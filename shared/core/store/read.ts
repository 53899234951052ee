// Queries by blind mark, and the records they find, unsealed and checked. One transaction reads, then it is unsealed.

import { isDeleted, type Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { toView } from '../merge/view.ts';
import type { Fault } from '../vault/fault.ts';
import type { SealedRow } from '../vault/schema.ts';
import { markOf, type Where } from './marks.ts';
import { openRow } from './row-box.ts';
import type { Vault } from './vault.ts';

export interface Listing {
  readonly rows: Row[];
  /** Rows that are there and cannot be read: never silently left out, and never written over. */
  readonly damaged: number;
}

export async function listRows(vault: Vault, kind: string, where?: Where): Promise<Result<Listing, Fault>> {
  const mark = await markOf(vault.keys, kind, where);
  const sealed = await vault.connection.use((db) => db.getAllFromIndex('rows', 'marks', mark));
  if (!sealed.ok) return sealed;
  const opened = await Promise.all(sealed.value.map((row) => readRow(vault, row)));
  const rows = opened.filter((row) => row !== undefined);
  return ok({ rows: rows.filter((row) => !isDeleted(row)), damaged: opened.length - rows.length });
}

/** How many records carry the mark, deleted ones included: a bound for listings, not a figure to show. */
export async function countRows(vault: Vault, kind: string, where?: Where): Promise<Result<number, Fault>> {
  const mark = await markOf(vault.keys, kind, where);
  return vault.connection.use((db) => db.countFromIndex('rows', 'marks', mark));
}

/** One record, also a deleted one; `undefined` when there is none or it cannot be read. */
export async function getRow(vault: Vault, id: string): Promise<Result<Row | undefined, Fault>> {
  const sealed = await vault.connection.use((db) => db.get('rows', id));
  if (!sealed.ok) return sealed;
  return ok(await readRow(vault, sealed.value));
}

async function readRow(vault: Vault, sealed: SealedRow | undefined): Promise<Row | undefined> {
  const row = await openRow(vault.keys, sealed);
  return row && toView(row);
}
