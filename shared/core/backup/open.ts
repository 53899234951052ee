// Opens a backup file, or says in one word why not. Whoever wrote the file may be hostile: everything has a limit, all
// of it is read and checked before anything of it is used, and nothing here writes.

import { sha256 } from '@noble/hashes/sha2.js';
import { Decrypter } from 'age-encryption';
import { base64Url, textOf } from '../kernel/bytes.ts';
import { reveal } from '../kernel/redacted.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isPlainObject, isSafeName } from '../merge/bounded-json.ts';
import { type StampedRow, unpackRow } from '../merge/stamped-row.ts';
import { rowSchema } from '../store/row-box.ts';
import {
  type BackupFlaw,
  type BackupFlawTag,
  type BackupHead,
  type BackupKey,
  backupLimits,
  isEnd,
  parseHead,
} from './format.ts';
import { type LineLimits, readLines } from './lines.ts';
import type { OnProgress } from './make.ts';

export interface OpenedBackup {
  readonly head: BackupHead;
  readonly rows: readonly StampedRow[];
  /** SHA-256 over the lines. */
  readonly digest: string;
}

export interface OpenOptions {
  readonly onProgress?: OnProgress;
  readonly limits?: LineLimits & { readonly rows: number };
}

/** What a file wants to be opened with, before anybody is asked for it. */
export async function backupLockOf(file: Blob): Promise<Result<'passphrase' | 'code', BackupFlaw>> {
  if (file.size === 0) return flaw('empty');
  if (file.size > backupLimits.fileBytes) return flaw('tooLarge');
  const start = latin1(await file.slice(0, backupLimits.headerBytes).arrayBuffer());
  if (!start.startsWith(magic)) return flaw(magic.startsWith(start) ? 'damaged' : 'notBackup');
  const end = start.indexOf('\n--- ');
  if (end < 0) return flaw('damaged');
  const stanzas = start
    .slice(0, end)
    .split('\n')
    .filter((line) => line.startsWith('-> '));
  const work = /^-> scrypt \S+ ([1-9]\d?)$/.exec(stanzas[0] ?? '')?.[1];
  if (stanzas.some((line) => line.startsWith('-> scrypt'))) {
    // Too little work would be a weak file passed off as ours, too much a way to use up this machine.
    const bearable = Number(work) >= backupLimits.work.least && Number(work) <= backupLimits.work.most;
    return bearable && stanzas.length === 1 ? ok('passphrase') : flaw('notBackup');
  }
  return stanzas.some((line) => line.startsWith('-> X25519 ')) && stanzas.length <= 20 ? ok('code') : flaw('notBackup');
}

export async function openBackup(
  file: Blob,
  key: BackupKey,
  options: OpenOptions = {},
): Promise<Result<OpenedBackup, BackupFlaw>> {
  const asks = await backupLockOf(file);
  if (!asks.ok) return asks;
  const withPassphrase = 'passphrase' in key;
  if (asks.value === 'passphrase' && !withPassphrase) return flaw('needsPassphrase');
  if (asks.value === 'code' && withPassphrase) return flaw('needsCode');

  const decrypter = new Decrypter();
  if (withPassphrase) decrypter.addPassphrase(reveal(key.passphrase));
  else decrypter.addIdentity(reveal(key.identity));
  try {
    const plain = await decrypter.decrypt(counted(file, options.onProgress));
    return await readRows(plain.pipeThrough(gunzip()), options.limits ?? backupLimits);
  } catch (error) {
    const noMatch = error instanceof Error && error.message.startsWith('no identity matched');
    return flaw(noMatch ? (withPassphrase ? 'wrongPassphrase' : 'wrongCode') : 'damaged');
  }
}

async function readRows(
  text: ReadableStream<Uint8Array>,
  limits: LineLimits & { readonly rows: number },
): Promise<Result<OpenedBackup, BackupFlaw>> {
  const hash = sha256.create();
  const rows: StampedRow[] = [];
  let head: BackupHead | undefined;
  let digest: string | undefined;
  let wrong: BackupFlawTag | undefined;
  const lineEnd = new Uint8Array([0x0a]);

  const read = (line: Uint8Array<ArrayBuffer>): BackupFlawTag | undefined => {
    if (digest !== undefined) return 'damaged'; // something comes after the end
    const value = parseLine(line);
    if (!head) {
      const parsed = parseHead(value, rowSchema);
      if (typeof parsed === 'string') return parsed;
      head = parsed;
    } else if (isEnd(value)) {
      digest = base64Url(new Uint8Array(hash.digest()));
      return value['rows'] === rows.length && value['digest'] === digest ? undefined : 'damaged';
    } else {
      const row = parseRow(value, rows.at(-1)?.id);
      if (!row) return 'damaged';
      if (rows.length === limits.rows) return 'tooLarge';
      rows.push(row);
    }
    hash.update(line).update(lineEnd);
    return undefined;
  };
  const trouble = await readLines(text, limits, (line) => {
    wrong = read(line);
    return wrong === undefined;
  });
  if (wrong) return flaw(wrong);
  if (trouble === 'tooLarge') return flaw('tooLarge');
  if (!head) return flaw('notBackup');
  if (trouble === 'cut' || digest === undefined) return flaw('damaged');
  return ok({ head, rows, digest });
}

/** Rows are sorted and each is there once: a file that says otherwise is not one that we wrote. */
function parseRow(value: unknown, before: string | undefined): StampedRow | undefined {
  if (!isPlainObject(value)) return undefined;
  const { id, ...packed } = value;
  const sound = typeof id === 'string' && isSafeName(id) && (before === undefined || id > before);
  return sound ? unpackRow(id, packed) : undefined;
}

function parseLine(line: Uint8Array<ArrayBuffer>): unknown {
  try {
    return JSON.parse(textOf(line));
  } catch {
    return undefined;
  }
}

/** The bytes of the file, with word of how far they are read. */
function counted(file: Blob, onProgress: OnProgress = () => {}): ReadableStream<Uint8Array> {
  let read = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      read += chunk.length;
      onProgress(read / file.size);
      controller.enqueue(chunk);
    },
  });
  return file.stream().pipeThrough(counter);
}

/** The types of the two libraries differ in what kind of buffer the bytes lie in; it does not matter here. */
const gunzip = () => new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>;

const magic = 'age-encryption.org/v1\n';

const latin1 = (bytes: ArrayBuffer): string => new TextDecoder('latin1').decode(bytes);

const flaw = (type: BackupFlawTag) => err({ type });
