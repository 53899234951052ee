// The lock of a vault: turned on, changed, taken away and opened. Everything but opening and adding a passkey moves the
// vault to a new place under a new key, because the old key has been where it is not to be any more.

import { type Bytes, fromBase64Url } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { type Redacted, reveal } from '../kernel/redacted.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Connection } from '../vault/connection.ts';
import type { Fault } from '../vault/fault.ts';
import { holdKey } from '../vault/hold-key.ts';
import { parseHeld } from '../vault/key-place.ts';
import { commitmentOf, generationOf, parseHeader } from '../vault/keys.ts';
import type { Places } from '../vault/places.ts';
import type { BareHeader, LockedHeader } from '../vault/schema.ts';
import {
  type Frame,
  type Kdf,
  type KeyWay,
  openByIdentity,
  openByPassphrase,
  parseWays,
  type Way,
  wrapByPassphrase,
  wrapToRecipient,
} from '../vault/ways.ts';
import { newMail } from './caught.ts';
import { type MoveOptions, moveVault } from './move.ts';
import { typed } from './typed-connection.ts';
import type { Vault } from './vault.ts';

/** Public halves of keys that open the vault besides the passphrase. */
export type Recipient = Omit<KeyWay, 'box'>;

export type LockWish =
  | { readonly lock: 'none' }
  | { readonly lock: 'locked'; readonly passphrase: Redacted<string>; readonly recipients: readonly Recipient[] };

export type Attempt =
  | { readonly by: 'passphrase'; readonly passphrase: Redacted<string> }
  /** `AGE-SECRET-KEY-…`, from a passkey or from the recovery code. */
  | { readonly by: 'passkey' | 'recovery'; readonly identity: Redacted<string> };

/**
 * `wrong`: it is not the word, the passkey or the code of this vault. `altered`: the header has no way in of this kind
 * that this version believes, so nothing was tried.
 */
export type UnlockError = Fault | { readonly type: 'wrong' | 'altered' };

export interface LockState {
  readonly locked: boolean;
  readonly ways: readonly Way[];
}

export interface LockTools {
  readonly kdf: Kdf;
  /** For how long an unlocked vault stays open when nobody does anything. */
  readonly minutes: number;
}

/** Which ways in there are. Reads only what lies in clear. */
export async function lockState(connection: Connection): Promise<Result<LockState, Fault>> {
  const header = await connection.use((db) => typed(db).get('meta', 'header'));
  if (!header.ok) return header;
  const parsed = parseHeader(header.value);
  if (!parsed) return ok({ locked: false, ways: [] });
  return ok(parsed.lock === 'locked' ? { locked: true, ways: parseWays(parsed.ways) } : { locked: false, ways: [] });
}

/** Puts the key where open pages look for it. Nothing is written to the disk, also not that somebody tried. */
export async function unlock(
  { connection, keyPlace, clock }: Pick<Vault, 'keyPlace' | 'clock'> & { readonly connection: Connection },
  attempt: Attempt,
  { kdf, minutes }: LockTools,
): Promise<Result<void, UnlockError>> {
  const read = await connection.use((db) => typed(db).get('meta', 'header'));
  if (!read.ok) return read;
  const header = parseHeader(read.value);
  if (!header) return err({ type: 'unreadable' });
  if (header.lock === 'none') return ok(undefined);
  const ways = parseWays(header.ways).filter(({ kind }) => kind === attempt.by);
  if (ways.length === 0) return err({ type: 'altered' });
  for (const way of ways) {
    const key = await openBy(header, way, attempt, kdf);
    if (!key) continue;
    await holdKey(keyPlace, header, reveal(key), clock.now(), minutes);
    return ok(undefined);
  }
  return err({ type: 'wrong' });
}

/** Ok when the new lock is the one that stands. Every page has to be loaded again after that, this one too. */
export async function changeLock(
  vault: Vault,
  places: Places,
  wish: LockWish,
  { kdf, minutes, ...options }: LockTools & MoveOptions,
): Promise<Result<void, Fault>> {
  const { random, keys, keyPlace, clock } = vault;
  const key = random.bytes(32);
  const frame: Frame = { vault: keys.vault, generation: random.uuid(), commit: await commitmentOf(key) };
  if (wish.lock === 'none') {
    const header: BareHeader = { format: 1, ...named(frame), lock: 'none', key: key.buffer };
    const moved = await moveVault(vault, places, { header, key, meta: {} }, options);
    if (moved.ok) await keyPlace.clear();
    return moved;
  }
  const [way, ...others] = await Promise.all([
    wrapByPassphrase(frame, key, wish.passphrase, kdf, random),
    ...wish.recipients.map((recipient) => wrapToRecipient(frame, key, recipient)),
  ]);
  const { mail, secret } = await newMail();
  const header: LockedHeader = { format: 1, ...frame, lock: 'locked', ways: [way, ...others], mail };
  const moved = await moveVault(vault, places, { header, key, meta: { mail: String(secret) } }, options);
  if (moved.ok) await holdKey(keyPlace, header, key, clock.now(), minutes);
  return moved;
}

/** One more passkey, or the first recovery code, for the same vault key: one row is written. */
export async function addWay(vault: Vault, recipient: Recipient): Promise<Result<void, Fault>> {
  const held = parseHeld(await vault.keyPlace.read());
  const read = await vault.connection.use((db) => db.get('meta', 'header'));
  if (!read.ok) return read;
  const header = parseHeader(read.value);
  if (header?.lock !== 'locked' || held?.generation !== generationOf(header)) return err({ type: 'locked' });
  const way = await wrapToRecipient(header, fromBase64Url(held.key), recipient);
  return vault.connection.write(async (db) => {
    const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
    const standing = parseHeader(await transaction.store.get('header'));
    const same = standing?.lock === 'locked' && standing.generation === header.generation;
    if (same) void transaction.store.put({ ...standing, ways: [...standing.ways, way] }, 'header');
    await transaction.done;
  });
}

/** The recipients that a new lock keeps, so that a passkey and the recovery code go on working after a change. */
export const recipientsOf = ({ ways }: LockState): Recipient[] =>
  ways.flatMap((way) => (way.kind === 'passphrase' ? [] : [withoutBox(way)]));

const withoutBox = ({ kind, recipient, credential, salt }: KeyWay): Recipient =>
  credential && salt ? { kind, recipient, credential, salt } : { kind, recipient };

const named = ({ vault, generation }: Frame) => ({ vault, generation });

async function openBy(frame: Frame, way: Way, attempt: Attempt, kdf: Kdf): Promise<Redacted<Bytes> | undefined> {
  if (way.kind === 'passphrase') {
    return attempt.by === 'passphrase' ? openByPassphrase(frame, way, attempt.passphrase, kdf) : undefined;
  }
  return attempt.by === way.kind ? openByIdentity(frame, way, attempt.identity) : undefined;
}

/** Random bytes from which a passkey makes its PRF output; kept with the way. */
export const newSalt = (random: Random): Bytes => random.bytes(32);
