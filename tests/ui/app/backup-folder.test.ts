import { backUpToDownload, backUpToFolder, checkDownloaded, filesKept } from '@app/backup/back-up.ts';
import { backUpIfDue } from '@app/backup/by-itself.ts';
import { type Folder, rememberedFolder, rememberFolder } from '@app/backup/folder.ts';
import { recipientOf, recoveryIdentity } from '@core/backup/identity.ts';
import { openBackup } from '@core/backup/open.ts';
import { changeBackupState } from '@core/backup/state.ts';
import { readBackups } from '@core/backup/waiting.ts';
import type { Bytes } from '@core/kernel/bytes.ts';
import { systemRandom } from '@core/kernel/random.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { newRecoveryCode } from '@core/vault/recovery-code.ts';
import { describe, expect, test } from 'vitest';
import { standingClock } from '../../support/clock.ts';
import { monday, won } from '../../support/records.ts';
import { must, openRig } from '../../support/vault-rig.ts';

// A folder of the browser's own stands in for one that a person picks: the same kind of handle, without the question.

const day = 86_400_000;

async function scene() {
  const clock = standingClock('2026-11-23T08:00:00Z');
  const ledger = await openRig({ clock });
  must(await ledger.commit(won('w1', 'followedThrough', monday)));
  const identity = await recoveryIdentity((await newRecoveryCode(systemRandom)).secret);
  const recipient = await recipientOf(identity);
  must(await ledger.withVault((vault) => changeBackupState(vault, (state) => ({ ...state, recipient }))));
  const root = await navigator.storage.getDirectory();
  const folder: Folder = await root.getDirectoryHandle(crypto.randomUUID(), { create: true });
  return { clock, ledger, identity, recipient, folder };
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names.sort();
}

const readings = async (ledger: Ledger) => must(await ledger.withVault(readBackups));

/** The folder, but what is written into it lies there changed. */
function lying(folder: Folder, change: (bytes: Bytes) => Bytes): Folder {
  return {
    name: folder.name,
    getFileHandle: async (name: string, options?: FileSystemGetFileOptions) => {
      const handle = await folder.getFileHandle(name, options);
      return {
        getFile: () => handle.getFile(),
        createWritable: async () => {
          const writer = await handle.createWritable();
          return { write: (bytes: Bytes) => writer.write(change(bytes)), close: () => writer.close() };
        },
      };
    },
    removeEntry: (name: string) => folder.removeEntry(name),
  } as unknown as Folder;
}

describe('a backup into a folder (F42)', () => {
  test('counts because it was opened from there again', async () => {
    const { ledger, folder, recipient, identity } = await scene();
    const made = must(await backUpToFolder(ledger, folder, recipient));
    expect(made.name).toBe('backup-2026-11-23.age');
    expect(await namesIn(folder)).toEqual([made.name]);
    const file = await (await folder.getFileHandle(made.name)).getFile();
    expect(must(await openBackup(file, { identity })).rows).toHaveLength(1);
    expect(await readings(ledger)).toMatchObject({ state: { last: { seq: 1, how: 'folder', day: monday } } });
    expect((await readings(ledger)).since).toBeUndefined();
  });

  test('does not count when what lies there is cut short, altered or not there, and nothing older goes', async () => {
    const { ledger, folder, recipient } = await scene();
    const tampered = [
      (bytes: Bytes) => bytes.slice(0, -1),
      (bytes: Bytes) => bytes.map((byte, index) => (index === bytes.length - 20 ? byte ^ 1 : byte)),
      () => new Uint8Array(0),
    ];
    for (const change of tampered) {
      expect(await backUpToFolder(ledger, lying(folder, change), recipient)).toEqual({
        ok: false,
        error: { type: 'notGood' },
      });
    }
    const gone = {
      ...lying(folder, (bytes) => bytes),
      getFileHandle: () => Promise.reject(new DOMException('', 'NotFoundError')),
    };
    expect(await backUpToFolder(ledger, gone as unknown as Folder, recipient)).toEqual({
      ok: false,
      error: { type: 'notWritten' },
    });
    expect((await readings(ledger)).state.last).toBeUndefined();
    expect((await readings(ledger)).since).toBe(monday);
  });

  test('keeps the newest of its own and touches no other file', async () => {
    const { ledger, folder, recipient, clock } = await scene();
    const foreign = 'backup-2020-01-01.age';
    await (await (await folder.getFileHandle(foreign, { create: true })).createWritable()).close();
    for (let count = 0; count < filesKept + 2; count++) {
      must(await backUpToFolder(ledger, folder, recipient));
      clock.at += day;
    }
    await expect
      .poll(() => namesIn(folder))
      .toEqual([foreign, ...[25, 26, 27, 28, 29].map((date) => `backup-2026-11-${date}.age`)]);
  });

  test('never writes over a file of that name', async () => {
    const { ledger, folder, recipient } = await scene();
    must(await backUpToFolder(ledger, folder, recipient));
    expect(must(await backUpToFolder(ledger, folder, recipient)).name).toBe('backup-2026-11-23-2.age');
    expect(await namesIn(folder)).toHaveLength(2);
  });
});

describe('the backup that makes itself', () => {
  test('comes once a day, and only when something changed', async () => {
    const { ledger, folder, clock } = await scene();
    expect(await backUpIfDue(ledger)).toBe(false);
    must(await rememberFolder(ledger, folder));
    expect(must(await rememberedFolder(ledger))?.name).toBe(folder.name);
    expect(await backUpIfDue(ledger)).toBe(true);
    expect(await backUpIfDue(ledger)).toBe(false);
    must(await ledger.commit(won('w2', 'followedThrough', monday)));
    expect(await backUpIfDue(ledger)).toBe(false);
    clock.at += day;
    expect(await backUpIfDue(ledger)).toBe(true);
    clock.at += day;
    expect(await backUpIfDue(ledger)).toBe(false);
    expect(await namesIn(folder)).toEqual(['backup-2026-11-23.age', 'backup-2026-11-24.age']);
  });

  test('is made by one page when several are open', async () => {
    const { ledger, folder } = await scene();
    must(await rememberFolder(ledger, folder));
    const made = await Promise.all([backUpIfDue(ledger), backUpIfDue(ledger), backUpIfDue(ledger)]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await namesIn(folder)).toHaveLength(1);
  });
});

test('a download counts once the very file was shown', async () => {
  const { ledger, recipient } = await scene();
  let saved: Bytes = new Uint8Array(0);
  must(await backUpToDownload(ledger, { recipient }, (_name, bytes) => (saved = bytes)));
  expect((await readings(ledger)).state.last).toBeUndefined();
  expect((await readings(ledger)).since).toBe(monday);
  expect(must(await checkDownloaded(ledger, saved.slice(1)))).toBe(false);
  expect((await readings(ledger)).state.last).toBeUndefined();
  expect(must(await checkDownloaded(ledger, saved))).toBe(true);
  expect((await readings(ledger)).state).toMatchObject({ last: { how: 'download', seq: 1 } });
  expect((await readings(ledger)).state.unchecked).toBeUndefined();
  expect((await readings(ledger)).since).toBeUndefined();
});
