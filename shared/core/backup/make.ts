// Makes a backup file of all that is stored, deleted records included: what somebody deleted is to stay deleted.

import { sha256 } from '@noble/hashes/sha2.js';
import { Encrypter } from 'age-encryption';
import { type Bytes, base64Url, utf8 } from '../kernel/bytes.ts';
import { type LocalDay, today } from '../kernel/local-day.ts';
import { type Redacted, reveal } from '../kernel/redacted.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { packRow } from '../merge/stamped-row.ts';
import { openRow, rowSchema } from '../store/row-box.ts';
import { throughRows } from '../store/through.ts';
import type { Vault } from '../store/vault.ts';
import type { Fault } from '../vault/fault.ts';
import { type BackupHead, type BackupKey, endLine, headLine } from './format.ts';
import { passingIdentity, recipientOf } from './identity.ts';

/** Whom it is made for: whoever knows a passphrase, or whoever holds the recovery code of this recipient. */
export type BackupRecipient = { readonly passphrase: Redacted<string> } | { readonly recipient: string };

export interface MadeBackup {
  readonly bytes: Bytes;
  readonly head: BackupHead;
  /** SHA-256 over the lines, and over the bytes of the file; both in base64url. */
  readonly digest: string;
  readonly file: string;
  /** Records that are stored and could not be read, and therefore are not in it. */
  readonly unread: number;
  /** Opens this one file, to see that it is good. Keep it nowhere. */
  readonly proof: BackupKey;
}

/** Told the share that is done, 0 to 1. */
export type OnProgress = (share: number) => void;

/** Somebody may save something while it is made. It is begun again, a few times, so that it is one moment's record. */
const attempts = 5;

/** scrypt with 2^17, 128 MB: what OWASP asks for, and what a phone can bear. */
const scryptWork = 17;

export async function makeBackup(
  vault: Vault,
  recipient: BackupRecipient,
  onProgress: OnProgress = () => {},
): Promise<Result<MadeBackup, Fault>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const lines = await packLines(vault, onProgress);
    if (!lines.ok) return lines;
    const now = await readHead(vault);
    if (!now.ok) return now;
    if (now.value.seq !== lines.value.head.seq) continue;
    const encrypter = new Encrypter();
    let proof: BackupKey;
    if ('passphrase' in recipient) {
      encrypter.setPassphrase(reveal(recipient.passphrase));
      encrypter.setScryptWorkFactor(scryptWork);
      proof = recipient;
    } else {
      const identity = await passingIdentity();
      encrypter.addRecipient(recipient.recipient);
      encrypter.addRecipient(await recipientOf(identity));
      proof = { identity };
    }
    const { packed, ...made } = lines.value;
    const bytes = new Uint8Array(await encrypter.encrypt(packed));
    return ok({ ...made, bytes, file: await fileDigest(bytes), proof });
  }
  return err({ type: 'busy' });
}

/** A name that says nothing of what is inside: it stands in lists of downloads. `again`: another one on the same day. */
export const backupName = (day: LocalDay, again = 1): string => `backup-${day}${again > 1 ? `-${again}` : ''}.age`;

export const fileDigest = async (bytes: Bytes): Promise<string> =>
  base64Url(await crypto.subtle.digest('SHA-256', bytes));

async function packLines(vault: Vault, onProgress: OnProgress) {
  const { connection, keys, naming, clock } = vault;
  const start = await readHead(vault);
  if (!start.ok) return start;
  const head: BackupHead = {
    ...{ schema: rowSchema, vault: keys.vault, naming, day: today(clock) },
    ...{ seq: start.value.seq, rows: start.value.rows },
  };
  const gzip = new CompressionStream('gzip');
  const writer = gzip.writable.getWriter();
  const packed = new Response(gzip.readable).arrayBuffer();
  const hash = sha256.create();
  const write = async (lines: readonly string[]) => {
    const bytes = utf8(lines.map((line) => `${line}\n`).join(''));
    hash.update(bytes);
    await writer.write(bytes);
  };

  await write([headLine(head)]);
  let written = 0;
  let read = 0;
  const all = await throughRows(connection, async (stored) => {
    const opened = await Promise.all(stored.map(([, sealed]) => openRow(keys, sealed)));
    const rows = opened.filter((row) => row !== undefined);
    await write(rows.map((row) => JSON.stringify({ id: row.id, ...packRow(row) })));
    written += rows.length;
    read += stored.length;
    onProgress(Math.min(1, read / Math.max(1, head.rows)));
    return ok(undefined);
  });
  if (!all.ok) {
    await writer.abort().catch(() => {});
    await packed.catch(() => {});
    return all;
  }
  const digest = base64Url(new Uint8Array(hash.digest()));
  await writer.write(utf8(`${endLine(written, digest)}\n`));
  await writer.close();
  return ok({ packed: new Uint8Array(await packed), head, digest, unread: read - written });
}

async function readHead({ connection }: Vault): Promise<Result<{ seq: number; rows: number }, Fault>> {
  return connection.use(async (db) => {
    const transaction = db.transaction(['meta', 'rows']);
    const [head, rows] = await Promise.all([
      transaction.objectStore('meta').get('head'),
      transaction.objectStore('rows').count(),
    ]);
    return { seq: (head as { seq: number } | undefined)?.seq ?? 0, rows };
  });
}
