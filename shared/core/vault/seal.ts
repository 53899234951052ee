// Sealing: JSON to AES-256-GCM and back. What a box belongs to is bound in as associated data, so that a box moved to
// another row, kind or vault does not open.

import { textOf, utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { Json } from '../kernel/record.ts';
import type { Sealed } from './schema.ts';

/** Plaintext is padded to a multiple of this, or the length of a row would tell `kept` from `notKept`. */
const blockBytes = 128;

export async function seal(key: CryptoKey, value: Json, belongsTo: string, random: Random): Promise<Sealed> {
  const nonce = random.bytes(12); // random, never counted: several tabs share the key, and a restored profile would count again
  const box = await crypto.subtle.encrypt(algorithm(nonce, belongsTo), key, padded(JSON.stringify(value)));
  return { nonce, box };
}

/** What was sealed, as unchecked JSON; nothing when the box was changed, moved or made with another key. */
export async function unseal(key: CryptoKey, sealed: Sealed | undefined, belongsTo: string): Promise<unknown> {
  if (!sealed) return undefined;
  try {
    return JSON.parse(textOf(await crypto.subtle.decrypt(algorithm(sealed.nonce, belongsTo), key, sealed.box)));
  } catch {
    return undefined;
  }
}

/** Associated data of a row of the `meta` store. */
export const metaBond = (vault: string, key: string): string => `${vault}|meta|${key}`;

const algorithm = (iv: BufferSource, belongsTo: string) => ({ name: 'AES-GCM', iv, additionalData: utf8(belongsTo) });

function padded(json: string): Uint8Array<ArrayBuffer> {
  const text = utf8(json);
  const block = new Uint8Array(Math.ceil((text.length + 1) / blockBytes) * blockBytes).fill(0x20); // blanks: still JSON
  block.set(text);
  return block;
}
