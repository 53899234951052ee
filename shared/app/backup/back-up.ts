// Makes a backup and brings it where it is to be. "Backed up" is said of a file that was opened again from there.

import type { BackupKey } from '@core/backup/format.ts';
import {
  type BackupRecipient,
  backupName,
  fileDigest,
  type MadeBackup,
  makeBackup,
  type OnProgress,
} from '@core/backup/make.ts';
import { openBackup } from '@core/backup/open.ts';
import { type BackupNote, type BackupState, changeBackupState } from '@core/backup/state.ts';
import type { Bytes } from '@core/kernel/bytes.ts';
import { err, ok, type Result } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';
import { type Folder, has, writeAndReadBack } from './folder.ts';

export interface BackupTrouble {
  /** `notWritten`: the folder did not take it. `notGood`: what lies there is not what was made. */
  readonly type: 'notWritten' | 'notGood';
}

export interface BackedUp {
  readonly state: BackupState;
  readonly name: string;
  /** Records that could not be read and are not in it. */
  readonly unread: number;
}

export type BackingUp = Result<BackedUp, Fault | BackupTrouble>;

/** How many of the files that were written into the folder from here stay there. */
export const filesKept = 5;

/** Into the folder, and opened again from there. Older files from here go only after that. */
export async function backUpToFolder(
  ledger: Ledger,
  folder: Folder,
  recipient: string,
  onProgress?: OnProgress,
): Promise<BackingUp> {
  const made = await ledger.withVault((vault) => makeBackup(vault, { recipient }, onProgress));
  if (!made.ok) return made;
  let name = '';
  try {
    for (let again = 1; name === '' || (await has(folder, name)); again++)
      name = backupName(made.value.head.day, again);
    const there = await writeAndReadBack(folder, name, made.value.bytes);
    if (!(await isGood(made.value, there))) return err({ type: 'notGood' });
  } catch {
    return err({ type: 'notWritten' });
  }
  return noted(ledger, made.value, name, (state, note) => {
    const written = [...state.written.filter((one) => one !== name), name];
    const tooOld = written.slice(0, -filesKept);
    // A file that is no longer there is no loss, and one that does not let itself be deleted does no harm.
    for (const old of tooOld) void folder.removeEntry(old).catch(() => {});
    return { ...without(state, 'unchecked'), last: note('folder'), written: written.slice(-filesKept) };
  });
}

/** As a download, of which nobody can tell where it went: it counts once the person shows the file again. */
export async function backUpToDownload(
  ledger: Ledger,
  recipient: BackupRecipient,
  save: (name: string, bytes: Bytes) => void,
  onProgress?: OnProgress,
): Promise<BackingUp> {
  const made = await ledger.withVault((vault) => makeBackup(vault, recipient, onProgress));
  if (!made.ok) return made;
  if (!(await isGood(made.value, made.value.bytes))) return err({ type: 'notGood' });
  const name = backupName(made.value.head.day);
  save(name, made.value.bytes);
  return noted(ledger, made.value, name, (state, note) => ({ ...state, unchecked: note('download') }));
}

/** Whether this is the file that was last downloaded, byte for byte; if it is, it counts from now on. */
export async function checkDownloaded(ledger: Ledger, bytes: Bytes): Promise<Result<boolean, Fault>> {
  const file = await fileDigest(bytes);
  let known = false;
  const changed = await ledger.withVault((vault) =>
    changeBackupState(vault, (state) => {
      known = state.unchecked?.file === file || state.last?.file === file;
      if (state.unchecked?.file !== file) return state;
      return { ...without(state, 'unchecked'), last: state.unchecked };
    }),
  );
  return changed.ok ? ok(known) : changed;
}

async function isGood({ bytes, digest, proof }: { bytes: Bytes; digest: string; proof: BackupKey }, there: Bytes) {
  const opened = await openBackup(new Blob([there]), proof);
  return opened.ok && opened.value.digest === digest && there.length === bytes.length;
}

type NoteOf = (how: BackupNote['how']) => BackupNote;

async function noted(
  ledger: Ledger,
  { head, file, unread }: MadeBackup,
  name: string,
  change: (state: BackupState, note: NoteOf) => BackupState,
): Promise<BackingUp> {
  const state = await ledger.withVault((vault) => {
    const note: NoteOf = (how) => ({ at: vault.clock.now(), day: head.day, seq: head.seq, file, how });
    return changeBackupState(vault, (before) => change(before, note));
  });
  return state.ok ? ok({ state: state.value, name, unread }) : state;
}

function without(state: BackupState, name: 'unchecked'): BackupState {
  const { [name]: _gone, ...rest } = state;
  return rest;
}
