// The record as a whole: all that is in it, for an export, and what an import would meet. Fetched when it is needed.

import { type Edit, isDeleted, type Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { toView } from '../merge/view.ts';
import type { Fault } from '../vault/fault.ts';
import type { SealedRow } from '../vault/schema.ts';
import type { Listing } from './read.ts';
import { openRow } from './row-box.ts';
import { getRows } from './slices.ts';
import { idsOf } from './state.ts';
import { throughRows } from './through.ts';
import type { Vault } from './vault.ts';

export interface Whole {
  /** Live records of every kind, also of kinds that this version does not know. */
  rows(): Promise<Result<Listing, Fault>>;
  /** One answer for each row that is asked for, in their order. */
  find(wanted: readonly Pick<Edit, 'kind' | 'row'>[]): Promise<Result<Spot[], Fault>>;
}

export const createWhole = (vault: Vault): Whole => ({
  rows: () => readRows(vault),
  find: (wanted) => findRows(vault, wanted),
});

async function readRows(vault: Vault): Promise<Result<Listing, Fault>> {
  const rows: Row[] = [];
  let damaged = 0;
  const read = await throughRows(vault.connection, async (stored) => {
    for (const row of await Promise.all(stored.map(([, sealed]) => openRow(vault.keys, sealed)))) {
      if (!row) damaged += 1;
      else if (!isDeleted(row)) rows.push(await toView(row));
    }
    return ok(undefined);
  });
  return read.ok ? ok({ rows, damaged }) : read;
}

/** Where a row would be, and what stands there: nothing, such a row, a deleted one, or something else. */
export interface Spot {
  readonly id: string;
  readonly state: 'free' | 'here' | 'deleted' | 'taken';
}

async function findRows(vault: Vault, wanted: readonly Pick<Edit, 'kind' | 'row'>[]): Promise<Result<Spot[], Fault>> {
  const ids = await idsOf(vault.naming, wanted);
  const sealed = await getRows(vault.connection, ids);
  if (!sealed.ok) return sealed;
  const state = async (row: SealedRow | undefined, kind: string | undefined): Promise<Spot['state']> => {
    if (row === undefined) return 'free';
    const opened = await openRow(vault.keys, row);
    if (!opened || opened.kind !== kind) return 'taken';
    return isDeleted(opened) ? 'deleted' : 'here';
  };
  return ok(
    await Promise.all(
      ids.map(async (id, index) => ({ id, state: await state(sealed.value[index], wanted[index]?.kind) })),
    ),
  );
}
