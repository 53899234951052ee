// The recovery code: the second way in, on paper. 128 random bits and 12 bits to notice a slip of the pen, as 28
// characters of Crockford's base32, shown in groups of four. One code opens the lock and the backups.

import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { type Redacted, redact, reveal } from '../kernel/redacted.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { deriveBytes } from './keys.ts';

export interface RecoveryCode {
  /** As it is shown and printed: `XXXX-XXXX-…`. It is the secret: show it, and keep it nowhere. */
  readonly text: string;
  readonly secret: Redacted<Bytes>;
}

/** `malformed`: not 28 letters and digits of a code. `mistyped`: they are, and one of them is not as it was written. */
export type RecoveryCodeError = 'malformed' | 'mistyped';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 16;
const length = 28;
/** 28 characters hold 140 bits: what 128 bits of secret leave is the beginning of its SHA-256. */
const checkBits = 12;

export async function newRecoveryCode(random: Random): Promise<RecoveryCode> {
  const secret = random.bytes(secretBytes);
  return { text: await spell(secret), secret: redact(secret) };
}

/**
 * The secret of a code as somebody typed it: small letters, blanks and dashes are fine, O counts as 0, I and L as 1.
 * One wrong or two exchanged characters pass as right once in 4096 times.
 */
export async function parseRecoveryCode(text: string): Promise<Result<Redacted<Bytes>, RecoveryCodeError>> {
  const characters = text
    .slice(0, 200)
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const values = Array.from(characters, (character) => alphabet.indexOf(character));
  if (values.length !== length || values.includes(-1)) return err('malformed');
  const bits = values.reduce((all, value) => (all << 5n) | BigInt(value), 0n);
  const secret = bytesOf(bits >> BigInt(checkBits));
  return (await spell(secret)).replaceAll('-', '') === characters ? ok(redact(secret)) : err('mistyped');
}

/** Whether what was typed from paper is the code that was shown. */
export const isSameSecret = (one: Redacted<Bytes>, other: Redacted<Bytes>): boolean =>
  numberOf(reveal(one)) === numberOf(reveal(other));

/** 32 bytes that wrap the vault key. */
export const recoveryKek = (secret: Redacted<Bytes>): Promise<Bytes> => deriveBytes(reveal(secret), 'recovery-kek');

/** 32 bytes that are an X25519 key of age: backups are made for its public half. */
export const recoveryScalar = (secret: Redacted<Bytes>): Promise<Bytes> => deriveBytes(reveal(secret), 'recovery-age');

async function spell(secret: Bytes): Promise<string> {
  const [first = 0, second = 0] = new Uint8Array(await crypto.subtle.digest('SHA-256', secret));
  const check = ((first << 8) | second) >> (16 - checkBits);
  let bits = (numberOf(secret) << BigInt(checkBits)) | BigInt(check);
  let text = '';
  for (let left = length; left > 0; left--) {
    text = alphabet.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
    if (left % 4 === 1 && left > 1) text = `-${text}`;
  }
  return text;
}

const numberOf = (bytes: Bytes): bigint => bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);

function bytesOf(number: bigint): Bytes {
  const bytes = new Uint8Array(secretBytes);
  for (let index = secretBytes - 1, rest = number; index >= 0; index--, rest >>= 8n) bytes[index] = Number(rest & 255n);
  return bytes;
}
