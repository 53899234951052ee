// What taking in a backup would do, before anything is done.

import { isDeleted } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { StampedRow } from '../merge/stamped-row.ts';
import { renameRows } from '../store/rename-rows.ts';
import { openRow } from '../store/row-box.ts';
import { getRows, slicesOf } from '../store/slices.ts';
import { joinRows, mergedRow } from '../store/take-in.ts';
import type { Vault } from '../store/vault.ts';
import type { Fault } from '../vault/fault.ts';
import type { OpenedBackup } from './open.ts';

/** Counts of live records by kind. */
export type ByKind = Readonly<Record<string, number>>;

export interface Preview {
  /** Not here, and will be. */
  readonly added: ByKind;
  /** Here, and will have something newer. */
  readonly changed: ByKind;
  /** Deleted here, and written to since elsewhere. */
  readonly broughtBack: ByKind;
  /** Here, and deleted elsewhere since. */
  readonly removed: ByKind;
  /** Here as they are in the backup, or newer. */
  readonly same: number;
  /** In the backup and deleted here since: they stay deleted unless chosen. */
  readonly staysDeleted: ByKind;
  /** Their ids here, for `revive`. */
  readonly deletedIds: readonly string[];
  /** Rows that would be written. */
  readonly writes: number;
}

type Fate = 'added' | 'changed' | 'broughtBack' | 'removed' | 'staysDeleted';

export async function previewBackup(vault: Vault, { head, rows }: OpenedBackup): Promise<Result<Preview, Fault>> {
  const incoming = joinRows(await renameRows(rows, head.naming, vault.naming));
  const counts: Record<Fate, Record<string, number>> = {
    ...{ added: {}, changed: {}, broughtBack: {}, removed: {}, staysDeleted: {} },
  };
  const deletedIds: string[] = [];
  let same = 0;
  let writes = 0;
  for (const slice of slicesOf([...incoming.values()])) {
    const stored = await readRows(vault, slice);
    if (!stored.ok) return stored;
    slice.forEach((row, index) => {
      const here = stored.value[index];
      const merged = mergedRow(here, row);
      if (merged) writes += 1;
      const fate = fateOf(here, row, merged);
      if (fate === 'staysDeleted') deletedIds.push(row.id);
      if (fate) counts[fate][row.kind] = (counts[fate][row.kind] ?? 0) + 1;
      else if (!isDeleted(row)) same += 1;
    });
  }
  return ok({ ...counts, same, deletedIds, writes });
}

function fateOf(here: StampedRow | undefined, row: StampedRow, merged: StampedRow | undefined): Fate | undefined {
  const stands = merged ?? here;
  if (!here) return isDeleted(row) ? undefined : 'added';
  if (!stands || isDeleted(stands)) {
    if (!isDeleted(here)) return 'removed';
    return isDeleted(row) ? undefined : 'staysDeleted';
  }
  if (isDeleted(here)) return 'broughtBack';
  return merged ? 'changed' : undefined;
}

/** A row that cannot be read counts as absent: one that is taken in stands in its place. */
async function readRows(
  { connection, keys }: Vault,
  slice: readonly StampedRow[],
): Promise<Result<(StampedRow | undefined)[], Fault>> {
  const sealed = await getRows(
    connection,
    slice.map(({ id }) => id),
  );
  return sealed.ok ? ok(await Promise.all(sealed.value.map((row) => openRow(keys, row)))) : sealed;
}
