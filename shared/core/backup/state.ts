// What this device remembers about its backups: whom they are made for, and which of them were seen to be good.

import { type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import type { Json } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { isPlainObject } from '../merge/bounded-json.ts';
import type { Vault } from '../store/vault.ts';
import type { Fault } from '../vault/fault.ts';
import type { Sealed } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import { isRecipient } from './format.ts';

export interface BackupNote {
  /** Milliseconds since 1970, and the day on the person's calendar. */
  readonly at: number;
  readonly day: LocalDay;
  /** Number of the newest action in it. */
  readonly seq: number;
  /** SHA-256 of the bytes of the file. */
  readonly file: string;
  readonly how: 'folder' | 'download';
}

export interface BackupState {
  /** The public half of the recovery code: who made one and typed it again has it. */
  readonly recipient?: string;
  /** The newest that was read again from where it went, and opened. */
  readonly last?: BackupNote;
  /** A newer one that was handed to the browser and not seen since. */
  readonly unchecked?: BackupNote;
  /** Files that this device wrote into the chosen folder, the oldest first. */
  readonly written: readonly string[];
  /** The reminder was put aside; it does not come before this day. */
  readonly quietUntil?: LocalDay;
}

const key = 'backup';

export async function readBackupState({ connection, keys }: Vault): Promise<Result<BackupState, Fault>> {
  const sealed = await connection.use((db) => db.get('meta', key) as Promise<Sealed | undefined>);
  if (!sealed.ok) return sealed;
  return ok(parseState(await unseal(keys.row, sealed.value, metaBond(keys.vault, key))));
}

/** Reads, changes and writes. Two pages take turns, so that neither forgets what the other noted. */
export function changeBackupState(
  vault: Vault,
  change: (state: BackupState) => BackupState,
): Promise<Result<BackupState, Fault>> {
  return vault.serialise(async () => {
    const before = await readBackupState(vault);
    if (!before.ok) return before;
    const state = change(before.value);
    const { connection, keys, random } = vault;
    const sealed = await seal(keys.row, state as unknown as Json, metaBond(keys.vault, key), random);
    const written = await connection.write(async (db) => {
      const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(sealed, key), transaction.done]);
    });
    if (!written.ok) return written;
    const { last } = state;
    if (last) await testify(vault, last).catch(() => {});
    return ok(state);
  });
}

/** The witness is to know how far the last good backup reaches, for the day when nothing else is left. */
async function testify({ witness, keys }: Vault, { day, seq }: BackupNote): Promise<void> {
  const before = await witness.read();
  if (before?.vault === keys.vault) await witness.write({ ...before, backup: { day, seq } });
}

/** What cannot be read is as if no backup had been made: the person is asked to make one, which harms nobody. */
function parseState(value: unknown): BackupState {
  const { recipient, last, unchecked, written } = isPlainObject(value) ? value : {};
  const [good, waiting] = [parseNote(last), parseNote(unchecked)];
  const quiet = parseLocalDay(isPlainObject(value) ? value['quietUntil'] : undefined);
  return {
    ...(isRecipient(recipient) && { recipient }),
    ...(good && { last: good }),
    ...(waiting && { unchecked: waiting }),
    ...(quiet && { quietUntil: quiet }),
    written: Array.isArray(written) ? written.filter((name) => typeof name === 'string') : [],
  };
}

function parseNote(value: unknown): BackupNote | undefined {
  if (!isPlainObject(value)) return undefined;
  const { at, seq, file, how } = value;
  const day = parseLocalDay(value['day']);
  const sound = typeof at === 'number' && Number.isSafeInteger(seq) && typeof file === 'string' && day !== undefined;
  return sound && (how === 'folder' || how === 'download') ? { at, day, seq: Number(seq), file, how } : undefined;
}
