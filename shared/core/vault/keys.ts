// One random vault key, and the keys for each purpose that are derived from it (HKDF-SHA-256, RFC 5869).

import { type Bytes, utf8 } from '../kernel/bytes.ts';
import type { Header } from './schema.ts';

export interface Keys {
  /** Random name of this vault: part of what every sealed row is bound to. */
  readonly vault: string;
  /** Seals rows, meta rows and drafts. */
  readonly row: CryptoKey;
  /** Makes blind index tokens. */
  readonly index: CryptoKey;
}

/** A header as read from the disk, or nothing when it is not one that this version understands. */
export function parseHeader(value: unknown): Header | undefined {
  const { format, vault, lock, key } = (value ?? {}) as Partial<Header>;
  const sound =
    format === 1 && lock === 'none' && typeof vault === 'string' && key instanceof ArrayBuffer && key.byteLength === 32;
  return sound ? { format, vault, lock, key } : undefined;
}

/** The key that seals: all that a new tab needs before it can show today. */
export async function rowKey(key: ArrayBuffer | Bytes): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(purpose('row'), await material(key), { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

export async function deriveKeys({ vault, key }: Header): Promise<Keys> {
  const [row, index] = await Promise.all([rowKey(key), indexKey(key)]);
  return { vault, row, index };
}

async function indexKey(key: ArrayBuffer): Promise<CryptoKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return crypto.subtle.deriveKey(purpose('index'), await material(key), hmac, false, ['sign']);
}

const material = (key: ArrayBuffer | Bytes) => crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);

const purpose = (name: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`1/${name}`) });
