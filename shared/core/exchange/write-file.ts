// The file that a person takes away, whole, with a name that tells a list of downloads nothing.

import { zipSync } from 'fflate';
import { type Bytes, utf8 } from '../kernel/bytes.ts';
import type { LocalDay } from '../kernel/local-day.ts';
import type { Row } from '../kernel/record.ts';
import type { Format } from './formats.ts';
import { type ToldWins, writeJson } from './json-format.ts';
import { type Folder, type FolderWords, writeFolder } from './markdown-folder.ts';
import { writeTables } from './tables.ts';

export interface Order {
  readonly format: Format;
  /** Chosen already. */
  readonly rows: readonly Row[];
  readonly told: ToldWins;
  readonly day: LocalDay;
  readonly words: FolderWords;
}

export interface WrittenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Bytes;
}

export function writeFile({ format, rows, told, day, words }: Order): WrittenFile {
  if (format === 'json') {
    return { name: `export-${day}.json`, type: 'application/json', bytes: utf8(writeJson(rows, told, day)) };
  }
  const folder = format === 'folder' ? writeFolder(rows, words) : writeTables(rows);
  const name = format === 'folder' ? `export-${day}.zip` : `tables-${day}.zip`;
  return { name, type: 'application/zip', bytes: archive(folder) };
}

/** Without the times of anything: equal words give equal bytes. */
function archive(folder: Folder): Bytes {
  const files = Object.entries(folder).map(([path, text]) => [path, utf8(text)] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: firstMoment });
}

/** The earliest that the format can say. */
const firstMoment = Date.UTC(1980, 0, 2);
