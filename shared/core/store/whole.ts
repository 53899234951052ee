// The record as a whole: all that is in it, for an export, and what an import would meet. Fetched when it is needed.

import { type Edit, isDeleted, type Row } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { toView } from '../merge/view.ts';
import type { Fault } from '../vault/fault.ts';
import type { SealedRow } from '../vault/schema.ts';
import type { Listing } from './read.ts';
import { openRow } from './row-box.ts';
import { nameToId } from './state.ts';
import type { Vault } from './vault.ts';

/** So many rows are read at once: sealed and open ones of ten years do not lie in memory side by side. */
const slice = 1000;

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
  for (let after: string | undefined, more = true; more; ) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const sealed = await vault.connection.use((db) => db.getAll('rows', range, slice));
    if (!sealed.ok) return sealed;
    for (const row of await Promise.all(sealed.value.map((one) => openRow(vault.keys, one)))) {
      if (!row) damaged += 1;
      else if (!isDeleted(row)) rows.push(await toView(row));
    }
    after = sealed.value.at(-1)?.id;
    more = sealed.value.length === slice;
  }
  return ok({ rows, damaged });
}

/** Where a row would be, and what stands there: nothing, such a row, a deleted one, or something else. */
export interface Spot {
  readonly id: string;
  readonly state: 'free' | 'here' | 'deleted' | 'taken';
}

async function findRows(vault: Vault, wanted: readonly Pick<Edit, 'kind' | 'row'>[]): Promise<Result<Spot[], Fault>> {
  const ids = await Promise.all(
    wanted.map(({ kind, row }) => ('id' in row ? row.id : nameToId(vault.naming, kind, row.name))),
  );
  const sealed = await vault.connection.use((db) => {
    const { store } = db.transaction('rows');
    return Promise.all(ids.map((id) => store.get(id)));
  });
  if (!sealed.ok) return sealed;
  const state = async (row: SealedRow | undefined, kind: string | undefined): Promise<Spot['state']> => {
    if (!row) return 'free';
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
