// Rows from elsewhere (a backup, an import, another device) as one action: all of them or none. Merged field by field,
// so that what is older never replaces what is newer, and taking in the same rows again changes nothing.

import { isDeleted } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { canonicalJson } from '../merge/canonical.ts';
import { greatest, receive, tick } from '../merge/hlc.ts';
import { mergeRows } from '../merge/merge-rows.ts';
import { applyEdit, packRow, replacedStamps, type StampedRow } from '../merge/stamped-row.ts';
import type { Fault } from '../vault/fault.ts';
import type { Head } from '../vault/schema.ts';
import { type Ground, perform, type Wish } from './action.ts';
import { renameRows } from './rename-rows.ts';
import type { Vault } from './vault.ts';

export interface TakeInOptions extends Pick<Wish, 'rebuild' | 'onSealed'> {
  /** The secret behind the derived ids of these rows. Absent: they are derived as here. */
  readonly naming?: string | undefined;
  /** Rows to bring back even where the deletion is the newer act, by the ids they have here. */
  readonly revive?: ReadonlySet<string> | undefined;
}

export interface TakenIn {
  readonly revision: number;
  /** Rows that were written. None: no action was needed. */
  readonly changed: number;
}

export async function takeIn(
  vault: Vault,
  rows: readonly StampedRow[],
  options: TakeInOptions,
): Promise<Result<TakenIn, Fault>> {
  const { naming, revive = new Set<string>(), rebuild, onSealed } = options;
  const head = await vault.connection.use((db) => db.get('meta', 'head') as Promise<Head | undefined>);
  if (!head.ok) return head;
  // Where nothing was ever written the names of the backup are taken over as well, unknown ones of later versions included.
  const adopted = naming !== undefined && (head.value?.seq ?? 0) === 0 ? naming : undefined;
  let changed = 0;
  const performed = await perform(vault, {
    ...{ rebuild, ...(onSealed && { onSealed }) },
    async plan(here) {
      const incoming = joinRows(await renameRows(rows, naming ?? here, adopted ?? here));
      return {
        ids: [...incoming.keys()],
        apply(ground) {
          if (adopted && ground.seq > 0) return err({ type: 'busy' }); // somebody wrote the first words this moment
          const change = mergeIn(ground, incoming, revive);
          changed = change.rows.length;
          if (changed === 0) return ok(undefined);
          return ok({ ...change, device: { ...change.device, naming: adopted ?? change.device.naming } });
        },
      };
    },
  });
  return performed.ok ? ok({ revision: performed.value.revision, changed }) : performed;
}

/** By id. Two rows that turn out to be one record are merged. */
export function joinRows(rows: readonly StampedRow[]): Map<string, StampedRow> {
  const joined = new Map<string, StampedRow>();
  for (const row of rows) {
    const other = joined.get(row.id);
    joined.set(row.id, other ? mergeRows(other, row) : row);
  }
  return joined;
}

/** The row that a stored and an incoming one become; nothing when that is the stored one. */
export function mergedRow(stored: StampedRow | undefined, incoming: StampedRow): StampedRow | undefined {
  if (!stored) return incoming;
  const merged = mergeRows(stored, incoming);
  return canonicalJson(packRow(merged)) === canonicalJson(packRow(stored)) ? undefined : merged;
}

function mergeIn(
  { act, device, rows }: Ground,
  incoming: ReadonlyMap<string, StampedRow>,
  revive: ReadonlySet<string>,
) {
  const stamps = [...incoming.values()].flatMap((row) => greatest(Object.values(row.stamps)) ?? []);
  const newest = greatest(stamps);
  let clock = newest === undefined ? device.clock : receive(device.clock, act.at, newest);
  const after: StampedRow[] = [];
  for (const [id, row] of incoming) {
    const stored = rows.get(id);
    const merged = mergedRow(stored, row);
    const stands = merged ?? stored ?? row;
    if (revive.has(id) && isDeleted(stands)) {
      const edit = { id, kind: stands.kind, set: { deleted: false } };
      const ticked = tick(clock, act.at, device.node, replacedStamps(stands, edit));
      clock = ticked.state;
      after.push(applyEdit(stands, edit, ticked.stamp));
    } else if (merged) after.push(merged);
  }
  return { rows: after, device: { ...device, clock } };
}
