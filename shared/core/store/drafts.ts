// Texts that are being written, sealed on the disk while they are typed. A draft is no action: it has no link in the
// chain and goes to no other device; it only waits to be finished or put aside.

import { base64Url, utf8 } from '../kernel/bytes.ts';
import type { Fields } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Fault, movingError } from '../vault/fault.ts';
import type { Keys } from '../vault/keys.ts';
import type { Sealed } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import type { Vault } from './vault.ts';

export interface Draft {
  /** What is being written, in the words of the page that writes it. */
  readonly key: string;
  readonly fields: Fields;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

export const draftPrefix = 'draft/';

/** The name of a draft on the disk: blind, because a key may tell what is being written. */
export async function draftToken(keys: Pick<Keys, 'index'>, key: string): Promise<string> {
  const token = await crypto.subtle.sign('HMAC', keys.index, utf8(JSON.stringify(['draft', key])));
  return draftPrefix + base64Url(token.slice(0, 12));
}

export const saveDraft = (vault: Vault, key: string, fields: Fields): Promise<Result<void, Fault>> =>
  putDraft(vault, { key, fields, savedAt: vault.clock.now() });

/** `instead`: a key of `meta` that this draft lay under so far. */
export async function putDraft(vault: Vault, draft: Draft, instead?: string): Promise<Result<void, Fault>> {
  const token = await draftToken(vault.keys, draft.key);
  const value = { ...draft };
  const sealed = await seal(vault.keys.row, value, metaBond(vault.keys.vault, token), vault.random);
  return vault.connection.use(async (db) => {
    const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
    const leaving = await transaction.store.getKey('moving');
    if (!leaving) void transaction.store.put(sealed, token);
    if (!leaving && instead !== undefined) void transaction.store.delete(instead);
    await transaction.done;
    if (leaving) throw new DOMException('this database is being left', movingError);
  });
}

export async function dropDraft(vault: Vault, key: string): Promise<Result<void, Fault>> {
  const token = await draftToken(vault.keys, key);
  return vault.connection.use((db) => db.delete('meta', token));
}

/** All drafts that can be read, the newest first. */
export async function listDrafts(vault: Vault): Promise<Result<Draft[], Fault>> {
  const range = IDBKeyRange.bound(draftPrefix, `${draftPrefix}\uffff`);
  const read = await vault.connection.use(async (db) => {
    const { store } = db.transaction('meta');
    return Promise.all([store.getAllKeys(range), store.getAll(range)]);
  });
  if (!read.ok) return read;
  const [tokens, boxes] = read.value;
  const opened = await Promise.all(
    tokens.map((token, index) =>
      unseal(vault.keys.row, boxes[index] as Sealed | undefined, metaBond(vault.keys.vault, token)),
    ),
  );
  return ok(
    opened
      .map(parseDraft)
      .filter((draft) => draft !== undefined)
      .sort((a, b) => b.savedAt - a.savedAt),
  );
}

export function parseDraft(value: unknown): Draft | undefined {
  const { key, fields, savedAt } = (value ?? {}) as Partial<Draft>;
  const sound = typeof key === 'string' && typeof fields === 'object' && fields !== null && typeof savedAt === 'number';
  return sound ? { key, fields, savedAt } : undefined;
}
