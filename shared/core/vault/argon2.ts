// Argon2id (RFC 9106): turns a passphrase into a key slowly, so that guessing is slow as well. Takes about a second, so
// it runs in a worker.

import { argon2id } from '@noble/hashes/argon2.js';
import { type Bytes, utf8 } from '../kernel/bytes.ts';

export interface Argon2Parameters {
  /** Memory in KiB. */
  readonly m: number;
  /** Passes. */
  readonly t: number;
  /** Lanes. */
  readonly p: number;
}

/** `passphrase` is taken in NFKC, so that one keyboard's accents open what another's have closed. 32 bytes. */
export const passphraseKey = (passphrase: string, salt: Bytes, { m, t, p }: Argon2Parameters): Bytes =>
  new Uint8Array(argon2id(utf8(passphrase.normalize('NFKC')), salt, { m, t, p, dkLen: 32 }));
