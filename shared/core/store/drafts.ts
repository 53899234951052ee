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

/** A draft that is sealed already, so that it can be put away when there is no time for anything else. */
export interface SealedDraft {
  /**
   * On an open connection the browser has it before the next task: it then counts as written even when the page is
   * closed in this very moment.
   */
  put(): Promise<Result<void, Fault>>;
}

/** Without fields: the draft is to be dropped. */
export const sealDraft = (vault: Vault, key: string, fields: Fields | undefined): Promise<SealedDraft> =>
  sealOne(vault, { key, fields, savedAt: vault.clock.now() });

/** `instead`: a key of `meta` that this draft lay under so far. */
export const putDraft = async (vault: Vault, draft: Draft, instead?: string): Promise<Result<void, Fault>> =>
  (await sealOne(vault, draft, instead)).put();

async function sealOne(
  vault: Vault,
  { key, fields, savedAt }: Omit<Draft, 'fields'> & { readonly fields: Fields | undefined },
  instead?: string,
): Promise<SealedDraft> {
  const token = await draftToken(vault.keys, key);
  const bond = metaBond(vault.keys.vault, token);
  const sealed = fields && (await seal(vault.keys.row, { key, fields, savedAt }, bond, vault.random));
  return {
    put: () =>
      vault.connection.write(async (db) => {
        const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
        const { store, done } = transaction;
        // Asked and put in one breath: a page that goes has no time for an answer. Who is late takes it back.
        const leaving = store.getKey('moving');
        const puts = [sealed ? store.put(sealed, token) : store.delete(token)];
        if (instead !== undefined) puts.push(store.delete(instead));
        const settled = Promise.allSettled([...puts, done]);
        const left = (await leaving) !== undefined;
        if (left) transaction.abort();
        const [failed] = (await settled).flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
        if (left) throw movingError();
        if (failed) throw failed;
      }),
  };
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
