// What a person did, as one action: each edit is stamped and merged into its row.

import type { Today } from '../domain/today.ts';
import type { Edit } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { tick } from '../merge/hlc.ts';
import { applyEdit, replacedStamps, type StampedRow } from '../merge/stamped-row.ts';
import type { Fault } from '../vault/fault.ts';
import { type Ground, perform } from './action.ts';
import { idsOf } from './state.ts';
import type { Vault } from './vault.ts';

export interface Committed {
  /** Number of the action. */
  readonly revision: number;
  /** Ids of the edited rows, in the order of the edits. */
  readonly ids: readonly string[];
}

export interface CommitOptions {
  /** Keys of `meta` that this action makes unnecessary: its draft, or what it brings in from elsewhere. */
  readonly drop?: readonly string[];
  /** Works out the precomputed row when the stored one is missing or damaged. */
  rebuild(): Promise<Result<Today, Fault>>;
}

export async function commit(
  vault: Vault,
  edits: readonly Edit[],
  options: CommitOptions,
): Promise<Result<Committed, Fault>> {
  return perform(vault, {
    ...options,
    async plan(naming) {
      const ids = await idsOf(naming, edits);
      return {
        ids,
        apply(ground) {
          // Never write over what could not be read.
          if (ids.some((id) => ground.unsure.has(id))) return err({ type: 'unreadable' });
          return ok(applyEdits(edits, ids, ground));
        },
      };
    },
  });
}

function applyEdits(edits: readonly Edit[], ids: readonly string[], { act, device, rows }: Ground) {
  const after = new Map<string, StampedRow>();
  let { clock } = device;
  edits.forEach((edit, index) => {
    const id = ids[index] ?? '';
    const row = after.get(id) ?? rows.get(id);
    const ticked = tick(clock, act.at, device.node, replacedStamps(row, edit));
    clock = ticked.state;
    after.set(id, applyEdit(row, { ...edit, id }, ticked.stamp));
  });
  return { rows: [...after.values()], device: { ...device, clock } };
}
