// A good profile with 400 records of 2 KB in it, and what damage can do to its files. What the browser makes of each
// was measured in Chromium 156: often an empty or a shorter database, and no word about it.

import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { putCoreInto } from './core-in-page.ts';
import { extensionOrigin, killBrowser, openProfile } from './profile.ts';

export type Backend = 'leveldb' | 'sqlite';

export interface Recipe {
  readonly name: string;
  readonly backend: Backend;
  /** On the profile of a browser that was killed, instead of one that was closed. */
  readonly killed?: boolean;
  /** Damages the files under `folder`. */
  readonly inflict: (folder: string) => void;
}

export const records = 400;
export const lastDay = '2026-11-14';

/** A profile that was written through the product's own core, witness and all, and then closed or killed. */
export async function makeGoodProfile(folder: string, extension: string, backend: Backend, end: 'closed' | 'killed') {
  const context = await openProfile(folder, { extension, backend });
  const page = await context.newPage();
  await page.goto(`${await extensionOrigin(context)}/blank.html`);
  await putCoreInto(page);
  await page.evaluate(([count, day]) => core.keepDiary(count, day), [records, lastDay] as const);
  if (end === 'killed') await killBrowser(folder);
  await context.close().catch(() => {});
}

/** The journal on a copy of a good profile, after the damage; `folder` is made anew. */
export async function openDamaged(
  good: string,
  folder: string,
  extension: string,
  { backend, inflict }: Recipe,
): Promise<{ context: BrowserContext; page: Page }> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(good, folder, {
    recursive: true,
    filter: (path) => !/Singleton|\/Cache|GPUCache|GraphiteDawn|ShaderCache/.test(path),
  });
  inflict(folder);
  const context = await openProfile(folder, { extension, backend });
  const page = await context.newPage();
  await page.goto(`${await extensionOrigin(context)}/journal.html`);
  return { context, page };
}

/** Files of the database in the bucket, below the profile. */
function databaseFiles(folder: string): string[] {
  const root = join(folder, 'Default', 'WebStorage');
  const files = readdirSync(root, { recursive: true })
    .map((path) => join(root, String(path)))
    .filter((path) => path.includes('IndexedDB') && statSync(path).isFile());
  if (files.length === 0) throw new Error('the database has no files where they were expected');
  return files;
}

function biggest(folder: string, pattern: RegExp): string {
  const [file] = databaseFiles(folder)
    .filter((path) => pattern.test(path))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  if (!file) throw new Error(`no file of the database is like ${pattern}`);
  return file;
}

/** Other bytes than there were, from `at` (a share of the file, or a number of bytes) on. */
function overwrite(path: string, at: number, length: number): void {
  const bytes = readFileSync(path);
  const start = at < 1 ? Math.floor(bytes.length * at) : at;
  for (let place = start; place < Math.min(start + length, bytes.length); place++)
    bytes[place] = (bytes[place] ?? 0) ^ 0xa5;
  writeFileSync(path, bytes);
}

const cutTo = (path: string, length: number): void => writeFileSync(path, readFileSync(path).subarray(0, length));
const share = (path: string, part: number): number => Math.floor(statSync(path).size * part);

const log = /\.log$/;
const any = /./;
const main = /\.(?:db|sqlite)$|IndexedDB\/[^.]*$/;

const levelDb = (name: string, inflict: Recipe['inflict'], killed = false): Recipe => ({
  backend: 'leveldb',
  name,
  inflict,
  killed,
});
const sqlite = (name: string, inflict: Recipe['inflict'], killed = false): Recipe => ({
  backend: 'sqlite',
  name,
  inflict,
  killed,
});
const store = (folder: string) => biggest(folder, any);
const removeAll = (folder: string) => {
  for (const path of databaseFiles(folder)) rmSync(path);
};

export const recipes: readonly Recipe[] = [
  levelDb('4 KB overwritten in the biggest file', (folder) => overwrite(store(folder), 0.5, 4096)),
  levelDb('the biggest file cut to 60 %', (folder) => cutTo(store(folder), share(store(folder), 0.6))),
  levelDb(
    'the log of a killed browser cut to 60 %',
    (folder) => cutTo(biggest(folder, log), share(biggest(folder, log), 0.6)),
    true,
  ),
  levelDb('the first 100 bytes of the biggest file', (folder) => overwrite(store(folder), 0, 100)),
  levelDb('the manifest cut to 5 bytes', (folder) => cutTo(biggest(folder, /MANIFEST/), 5)),
  levelDb('CURRENT overwritten', (folder) => writeFileSync(biggest(folder, /CURRENT$/), 'rubbish\n')),
  levelDb('the biggest table or log removed', (folder) => rmSync(biggest(folder, /\.(?:ldb|log)$/))),
  levelDb('every file of the database removed', removeAll),
  levelDb('16 bytes at half of the biggest file', (folder) => overwrite(store(folder), 0.5, 16)),
  levelDb('64 KB at 60 % of the biggest file', (folder) => overwrite(store(folder), 0.6, 65_536)),
  levelDb('4 KB at 95 % of the log of a killed browser', (folder) => overwrite(biggest(folder, log), 0.95, 4096), true),
  levelDb('the biggest file emptied', (folder) => cutTo(store(folder), 0)),
  sqlite('16 bytes at half', (folder) => overwrite(biggest(folder, main), 0.5, 16)),
  sqlite('4 KB at 30 %', (folder) => overwrite(biggest(folder, main), 0.3, 4096)),
  sqlite('64 KB at 60 %', (folder) => overwrite(biggest(folder, main), 0.6, 65_536)),
  sqlite('64 bytes after the header', (folder) => overwrite(biggest(folder, main), 100, 64)),
  sqlite('the second page', (folder) => overwrite(biggest(folder, main), 4096, 4096)),
  sqlite('cut to 70 %', (folder) => cutTo(biggest(folder, main), share(biggest(folder, main), 0.7))),
  sqlite('what a killed browser had not moved yet', (folder) => rmSync(biggest(folder, /-wal$/)), true),
  sqlite('every file of the database removed', removeAll),
  sqlite('the first 100 bytes', (folder) => overwrite(biggest(folder, main), 0, 100)),
  sqlite('the last 4 KB', (folder) => overwrite(biggest(folder, main), 0.999, 4096)),
  sqlite('emptied', (folder) => cutTo(biggest(folder, main), 0)),
  sqlite(
    '4 KB at half of what a killed browser had not moved yet',
    (folder) => overwrite(biggest(folder, /-wal$/), 0.5, 4096),
    true,
  ),
];
