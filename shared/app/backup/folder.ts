// A folder that the person chose for backups, where the browser lets a page have one (File System Access: Chromium on a
// computer). What is written is read again from there.

import type { Bytes } from '@core/kernel/bytes.ts';
import type { Result } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';

/** What the types of the DOM do not know yet. */
export interface Folder extends FileSystemDirectoryHandle {
  queryPermission?(wish: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wish: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface Picker {
  showDirectoryPicker?(wish: { id: string; mode: 'readwrite' }): Promise<Folder>;
}

export const canChooseFolder = (): boolean => 'showDirectoryPicker' in globalThis;

/** Nothing when the person chose none. */
export async function pickFolder(): Promise<Folder | undefined> {
  try {
    return await (globalThis as Picker).showDirectoryPicker?.({ id: 'backups', mode: 'readwrite' });
  } catch {
    return undefined;
  }
}

/** Whether the folder may be written to now. Asking needs a press of the person's. */
export async function mayWrite(folder: Folder, ask = false): Promise<boolean> {
  const wish = { mode: 'readwrite' } as const;
  const state = ask ? await folder.requestPermission?.(wish) : await folder.queryPermission?.(wish);
  return state === undefined || state === 'granted'; // a folder of the origin's own needs no permission
}

/** The bytes as they lie in the folder after the writing. Rejects when it did not go. */
export async function writeAndReadBack(folder: Folder, name: string, bytes: Bytes): Promise<Bytes> {
  const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writer.write(bytes);
  await writer.close();
  const file = await (await folder.getFileHandle(name)).getFile();
  return new Uint8Array(await file.arrayBuffer());
}

export async function has(folder: Folder, name: string): Promise<boolean> {
  return folder.getFileHandle(name).then(
    () => true,
    () => false,
  );
}

export const rememberFolder = (ledger: Ledger, folder: Folder | undefined): Promise<Result<void, Fault>> =>
  ledger.withVault(({ connection }) =>
    connection.write(async (db) => {
      if (folder) await db.put('meta', folder, 'folder');
      else await db.delete('meta', 'folder');
    }),
  );

export const rememberedFolder = (ledger: Ledger): Promise<Result<Folder | undefined, Fault>> =>
  ledger.withVault(({ connection }) => connection.use((db) => db.get('meta', 'folder') as Promise<Folder | undefined>));
