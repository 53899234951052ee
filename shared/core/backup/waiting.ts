// Since when something is in no backup, for the quiet reminder. Nothing that was backed up is ever asked about.

import { type LocalDay, today } from '../kernel/local-day.ts';
import { ok, type Result } from '../kernel/result.ts';
import { dayOfLink } from '../store/chain.ts';
import type { Vault } from '../store/vault.ts';
import type { Fault } from '../vault/fault.ts';
import { type BackupState, readBackupState } from './state.ts';

export interface BackupReading {
  readonly state: BackupState;
  /** The day of the oldest act that is in no good backup; nothing when all of them are. */
  readonly since?: LocalDay;
  readonly today: LocalDay;
}

export async function readBackups(vault: Vault): Promise<Result<BackupReading, Fault>> {
  const state = await readBackupState(vault);
  if (!state.ok) return state;
  const next = (state.value.last?.seq ?? 0) + 1;
  const link = await vault.connection.use((db) => db.get('chain', next));
  if (!link.ok) return link;
  const since = link.value && (await dayOfLink(vault.keys, link.value));
  return ok({ state: state.value, ...(since && { since }), today: today(vault.clock) });
}
