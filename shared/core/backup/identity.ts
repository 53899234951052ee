// The recovery code as age knows it: an X25519 identity that opens backups, and a recipient that they are made for.

import { bech32 } from '@scure/base';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Bytes } from '../kernel/bytes.ts';
import { type Redacted, redact, reveal } from '../kernel/redacted.ts';
import { recoveryScalar } from '../vault/recovery-code.ts';

/** `AGE-SECRET-KEY-1…`, as the program `age` reads it from a file of keys. */
export const recoveryIdentity = async (secret: Redacted<Bytes>): Promise<Redacted<string>> =>
  identityFrom(await recoveryScalar(secret));

/** The identity whose secret these 32 bytes are. */
export const identityFrom = (scalar: Bytes): Redacted<string> =>
  redact(bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase());

/** `age1…`: nothing secret, so that a backup can be made while the code lies in a drawer. */
export const recipientOf = (identity: Redacted<string>): Promise<string> => identityToRecipient(reveal(identity));

/** An identity for one file, to open it once more and forget. */
export const passingIdentity = async (): Promise<Redacted<string>> => redact(await generateX25519Identity());
