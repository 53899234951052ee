// The ways into a locked vault: each holds the one vault key, wrapped. Which word, key or code is right shows only in that
// the wrapper opens; nothing else is stored that could be compared.

import { Decrypter, Encrypter } from 'age-encryption';
import { type Bytes, base64Url, fromBase64Url, isBytes, textOf, utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { type Redacted, redact, reveal } from '../kernel/redacted.ts';
import type { Argon2Parameters } from './argon2.ts';
import { commitmentOf } from './keys.ts';
import type { LockedHeader } from './schema.ts';

/** What a wrapper is bound to, besides itself. */
export type Frame = Pick<LockedHeader, 'vault' | 'generation' | 'commit'>;

export interface PassphraseWay extends Argon2Parameters {
  readonly kind: 'passphrase';
  readonly salt: Bytes;
  readonly nonce: Bytes;
  readonly box: Bytes;
}

/** Wrapped to a public key, so that a new vault key needs neither the passkey nor the code again. */
export interface KeyWay {
  readonly kind: 'passkey' | 'recovery';
  /** `age1…` */
  readonly recipient: string;
  /** An age file with the vault key and its frame. */
  readonly box: Bytes;
  /** Passkeys only: id of the credential, and the input whose PRF output makes the identity. */
  readonly credential?: Bytes;
  readonly salt?: Bytes;
}

export type Way = PassphraseWay | KeyWay;

/** How a passphrase becomes a key: in a worker where there is one. */
export type Kdf = (passphrase: Redacted<string>, salt: Bytes, cost: Argon2Parameters) => Promise<Bytes>;

/** About a second on the machine this was built on. Never below OWASP's least (19 MiB, 2 passes). */
export const usualCost: Argon2Parameters = { m: 64 * 1024, t: 3, p: 1 };

/** What is believed of a stored header: a host or a thief may have made guessing cheap, or opening impossible. */
const bounds = { m: [19 * 1024, 512 * 1024], t: [2, 12], p: [1, 4] } as const;

/** The ways that this version understands and whose parameters are within bounds. */
export const parseWays = (ways: readonly unknown[]): Way[] => ways.flatMap((way) => parseWay(way) ?? []);

export async function wrapByPassphrase(
  frame: Frame,
  key: Bytes,
  passphrase: Redacted<string>,
  kdf: Kdf,
  random: Random,
  cost = usualCost,
): Promise<PassphraseWay> {
  const way = { kind: 'passphrase', ...cost, salt: random.bytes(16), nonce: random.bytes(12) } as const;
  const kek = await wrappingKey(await kdf(passphrase, way.salt, cost));
  const box = new Uint8Array(await crypto.subtle.encrypt(bound(frame, way), kek, key));
  return { ...way, box };
}

export async function wrapToRecipient(frame: Frame, key: Bytes, way: Omit<KeyWay, 'box'>): Promise<KeyWay> {
  const age = new Encrypter();
  age.addRecipient(way.recipient);
  const words = JSON.stringify({ ...named(frame), key: base64Url(key) });
  return { ...way, box: new Uint8Array(await age.encrypt(utf8(words))) };
}

/** The vault key; nothing when the passphrase is another one or the header was altered. */
export async function openByPassphrase(
  frame: Frame,
  way: PassphraseWay,
  passphrase: Redacted<string>,
  kdf: Kdf,
): Promise<Redacted<Bytes> | undefined> {
  try {
    const kek = await wrappingKey(await kdf(passphrase, way.salt, way));
    return await meant(frame, new Uint8Array(await crypto.subtle.decrypt(bound(frame, way), kek, way.box)));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined; // it does not open
    throw error;
  }
}

/** The vault key; nothing when `identity` (`AGE-SECRET-KEY-…`) is not the one or the header was altered. */
export async function openByIdentity(
  frame: Frame,
  way: KeyWay,
  identity: Redacted<string>,
): Promise<Redacted<Bytes> | undefined> {
  try {
    const age = new Decrypter();
    age.addIdentity(reveal(identity));
    const words = JSON.parse(textOf(new Uint8Array(await age.decrypt(way.box)))) as Record<string, unknown>;
    const mine = named(frame);
    if (words['vault'] !== mine.vault || words['generation'] !== mine.generation) return undefined;
    return await meant(frame, fromBase64Url(String(words['key'])));
  } catch {
    return undefined;
  }
}

/** AES-GCM opens one box under many keys if somebody made it so; the commitment ties the frame to one. */
async function meant(frame: Frame, key: Bytes): Promise<Redacted<Bytes> | undefined> {
  return base64Url(await commitmentOf(key)) === base64Url(frame.commit) ? redact(key) : undefined;
}

const named = ({ vault, generation, commit }: Frame) => ({ vault, generation, commit: base64Url(commit) });

function bound(frame: Frame, { kind, m, t, p, salt, nonce }: Omit<PassphraseWay, 'box'>) {
  const words = JSON.stringify([kind, m, t, p, base64Url(salt), ...Object.values(named(frame))]);
  return { name: 'AES-GCM', iv: nonce, additionalData: utf8(words) };
}

const wrappingKey = (key: Bytes) => crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);

function parseWay(value: unknown): Way | undefined {
  const { kind, m, t, p, salt, nonce, box, recipient, credential } = Object(value) as Record<string, unknown>;
  if (!isBytes(box)) return undefined;
  if (kind === 'passphrase') {
    const sound = within(m, bounds.m) && within(t, bounds.t) && within(p, bounds.p);
    return sound && isBytes(salt) && salt.length >= 16 && isBytes(nonce)
      ? { kind, m, t, p, salt, nonce, box }
      : undefined;
  }
  if ((kind !== 'passkey' && kind !== 'recovery') || typeof recipient !== 'string') return undefined;
  if (kind === 'recovery') return { kind, recipient, box };
  return isBytes(credential) && isBytes(salt) ? { kind, recipient, box, credential, salt } : undefined;
}

const within = (value: unknown, [least, most]: readonly [number, number]): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
