// One random vault key, and the keys for each purpose that are derived from it (HKDF-SHA-256, RFC 5869).

import { type Bytes, isBytes, utf8 } from '../kernel/bytes.ts';
import type { Header } from './schema.ts';

export interface Keys {
  /** Random name of this vault: part of what every sealed row is bound to. */
  readonly vault: string;
  /** Name of the vault key that the two below come from; empty for the first one. */
  readonly generation: string;
  /** Seals rows, meta rows and drafts. */
  readonly row: CryptoKey;
  /** Makes blind index tokens. */
  readonly index: CryptoKey;
}

/** A header as read from the disk, or nothing when it is not one that this version understands. */
export function parseHeader(value: unknown): Header | undefined {
  const { format, vault, generation, lock, key, commit, ways, mail } = Object(value) as Record<string, unknown>;
  if (format !== 1 || typeof vault !== 'string') return undefined;
  if (lock === 'none') {
    const sound = key instanceof ArrayBuffer && key.byteLength === 32;
    if (!sound || (generation !== undefined && typeof generation !== 'string')) return undefined;
    return { format, vault, lock, key, ...(generation !== undefined && { generation }) };
  }
  if (lock !== 'locked' || typeof generation !== 'string' || !Array.isArray(ways)) return undefined;
  if (!isBytes(commit) || commit.length !== 32 || !isBytes(mail)) return undefined;
  return { format, vault, generation, lock, commit, ways, mail };
}

/** The name of the key that a header speaks of. */
export const generationOf = ({ generation = '' }: Pick<Header, 'generation'>): string => generation;

/** Whether a header, as it is stored, is that of the vault and the key that `keys` were derived from. */
export function isHeaderOf(keys: Pick<Keys, 'vault' | 'generation'>, stored: unknown): boolean {
  const header = parseHeader(stored);
  return header?.vault === keys.vault && generationOf(header) === keys.generation;
}

/** The key that seals: all that a new tab needs before it can show today. */
export async function rowKey(key: ArrayBuffer | Bytes): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(purpose('row'), await material(key), { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

export async function deriveKeys(
  header: Pick<Header, 'vault' | 'generation'>,
  key: ArrayBuffer | Bytes,
): Promise<Keys> {
  const [row, index] = await Promise.all([rowKey(key), indexKey(key)]);
  return { vault: header.vault, generation: generationOf(header), row, index };
}

/** 32 bytes that only this vault key gives: what a header commits itself to. */
export const commitmentOf = (key: ArrayBuffer | Bytes): Promise<Bytes> => deriveBytes(key, 'commit');

/** 32 bytes that `secret` gives for one purpose and no other (HKDF-SHA-256). */
export async function deriveBytes(secret: ArrayBuffer | Bytes, name: string): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(purpose(name), await material(secret, ['deriveBits']), 256));
}

async function indexKey(key: ArrayBuffer | Bytes): Promise<CryptoKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return crypto.subtle.deriveKey(purpose('index'), await material(key), hmac, false, ['sign']);
}

const material = (key: ArrayBuffer | Bytes, uses: KeyUsage[] = ['deriveKey']) =>
  crypto.subtle.importKey('raw', key, 'HKDF', false, uses);

const purpose = (name: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`1/${name}`) });
