// Backups for tests: of a small record, and by hand, as somebody else might write a file.

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { BackupKey } from '@core/backup/format.ts';
import { recipientOf, recoveryIdentity } from '@core/backup/identity.ts';
import { type MadeBackup, makeBackup } from '@core/backup/make.ts';
import { type OpenedBackup, openBackup } from '@core/backup/open.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { redact, reveal } from '@core/kernel/redacted.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { newRecoveryCode } from '@core/vault/recovery-code.ts';
import { Encrypter } from 'age-encryption';
import { answered, back, monday, promised, won, wrote } from './records.ts';
import { must, openRig, type RigOptions } from './vault-rig.ts';

export async function newCode() {
  const code = await newRecoveryCode(systemRandom);
  const identity = await recoveryIdentity(code.secret);
  return { text: code.text, identity, key: { identity } satisfies BackupKey, recipient: await recipientOf(identity) };
}

/** A little of every kind that a person writes, one of it deleted. */
export async function smallRecord(options: RigOptions = {}): Promise<Ledger> {
  const ledger = await openRig(options);
  must(await ledger.commit(promised('p1', 'Call my mother')));
  must(await ledger.commit(answered('p1', monday, 'changedWithNotice', 'told her at noon')));
  must(await ledger.commit(won('w1', 'followedThrough', back(1), 'the dishes')));
  must(await ledger.commit(won('w2', 'followedThrough', back(2))));
  must(await ledger.commit(wrote('e1', 'A quiet day.', monday)));
  must(await ledger.commit([{ kind: 'win', row: { id: 'w2' }, set: { deleted: true } }]));
  must(await ledger.commit([{ kind: 'ofTomorrow', row: { id: 't1' }, set: { unknown: { deep: [1, 'two'] } } }]));
  return ledger;
}

export const backUp = async (ledger: Ledger, recipient: Parameters<typeof makeBackup>[1]): Promise<MadeBackup> =>
  must(await ledger.withVault((vault) => makeBackup(vault, recipient)));

export const open = async (bytes: Uint8Array, key: BackupKey): Promise<OpenedBackup> =>
  must(await openBackup(fileOf(bytes), key));

export const fileOf = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)]);

/** What `openBackup` answers: `opened`, or the tag of the flaw. */
export async function verdict(bytes: Uint8Array | Blob, key: BackupKey, options?: Parameters<typeof openBackup>[2]) {
  const opened = await openBackup(bytes instanceof Blob ? bytes : fileOf(bytes), key, options);
  return opened.ok ? 'opened' : opened.error.type;
}

export const passphraseKey = (passphrase: string) => ({ passphrase: redact(passphrase) });

/** Encrypts any bytes as a backup for `key`, compressed or not, with little work for a passphrase. */
export async function encrypted(plain: Uint8Array, key: BackupKey, work = 10): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  if ('passphrase' in key) {
    encrypter.setPassphrase(reveal(key.passphrase));
    encrypter.setScryptWorkFactor(work);
  } else encrypter.addRecipient(await recipientOf(key.identity));
  return encrypter.encrypt(plain);
}

export const forgedHead = {
  ...{ format: 'kept-backup', v: 1, schema: 1, vault: 'v', naming: 'n'.repeat(43), day: '2026-11-23' },
  ...{ seq: 1, rows: 1 },
};

/** A file of these lines with a true last line, unless `end` says another. */
export function forged(lines: readonly (string | object)[], end?: object): Uint8Array {
  const body = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const digest = createHash('sha256').update(body).digest('base64url');
  return gzipSync(`${body}${JSON.stringify(end ?? { end: true, rows: lines.length - 1, digest })}\n`);
}
