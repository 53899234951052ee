// The backup file: `age( gzip( lines ) )`, so that `age -d backup.age | gunzip` prints it without this program. The first
// line says what it is, then a line for each row, sorted by id, and a last line that closes it.

import { type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import type { Redacted } from '../kernel/redacted.ts';
import { isPlainObject } from '../merge/bounded-json.ts';

const formatName = 'kept-backup';
export const formatVersion = 1;

export interface BackupHead {
  /** Version of the packed rows. */
  readonly schema: number;
  readonly vault: string;
  /** The secret behind derived row ids in that vault. */
  readonly naming: string;
  /** The day on the person's calendar, and the number of the newest action that is in it. */
  readonly day: LocalDay;
  readonly seq: number;
  /** Rows that were stored. Those that could not be read are missing among the lines. */
  readonly rows: number;
}

/** What opens a backup: a passphrase, or the age identity of a recovery code. */
export type BackupKey = { readonly passphrase: Redacted<string> } | { readonly identity: Redacted<string> };

export type BackupFlawTag =
  /** Nothing is in the file. */
  | 'empty'
  /** It is no backup of this product, or not one in the form that it writes. */
  | 'notBackup'
  | 'tooLarge'
  | 'wrongPassphrase'
  | 'wrongCode'
  /** It opens with the other kind of key. */
  | 'needsPassphrase'
  | 'needsCode'
  /** Cut short or altered: not a byte of it is used. */
  | 'damaged'
  /** Made by a newer version. */
  | 'newer';

export interface BackupFlaw {
  readonly type: BackupFlawTag;
}

/** What somebody else's file may make us do. Two hundred thousand rows are fifty years of ten records a day. */
export const backupLimits = {
  fileBytes: 512 * 1024 * 1024,
  headerBytes: 64 * 1024,
  textBytes: 512 * 1024 * 1024,
  lineBytes: 8 * 1024 * 1024,
  rows: 200_000,
  /** scrypt of passphrase files, as powers of two. age itself writes 18, which takes 256 MB. */
  work: { least: 10, most: 18 },
} as const;

export const headLine = (head: BackupHead): string => JSON.stringify({ format: formatName, v: formatVersion, ...head });

/** The head of the file; `newer` and `notBackup` as in the flaws. */
export function parseHead(line: unknown, newestSchema: number): BackupHead | 'newer' | 'notBackup' {
  if (!isPlainObject(line) || line['format'] !== formatName) return 'notBackup';
  const { v, schema, vault, naming, seq, rows } = line;
  const day = parseLocalDay(line['day']);
  if (!isCount(v) || v === 0) return 'notBackup';
  if (v > formatVersion || (isCount(schema) && schema > newestSchema)) return 'newer';
  const sound =
    isCount(schema) && typeof vault === 'string' && typeof naming === 'string' && /^[\w-]{43}$/.test(naming) && day;
  return sound && isCount(seq) && isCount(rows) ? { schema, vault, naming, day, seq, rows } : 'notBackup';
}

/** `digest`: SHA-256 over all bytes before this line, in base64url. */
export const endLine = (rows: number, digest: string): string => JSON.stringify({ end: true, rows, digest });

export const isEnd = (line: unknown): line is Readonly<Record<string, unknown>> =>
  isPlainObject(line) && line['end'] === true;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** The public half of a key of age. */
export const isRecipient = (text: unknown): text is string =>
  typeof text === 'string' && /^age1[02-9ac-hj-np-z]{58}$/.test(text);
