// Texts that are being written, sealed on the disk while they are typed. A draft is no action: it has no link in the
// chain and goes to no other device; it only waits to be finished or put aside.

import { base64Url, utf8 } from '../kernel/bytes.ts';
import type { Fields } from '../kernel/record.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
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

const prefix = 'draft/';

/** The name of a draft on the disk: blind, because a key may tell what is being written. */
export async function draftToken(vault: Vault, key: string): Promise<string> {
  const token = await crypto.subtle.sign('HMAC', vault.keys.index, utf8(JSON.stringify(['draft', key])));
  return prefix + base64Url(token.slice(0, 12));
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
export async function sealDraft(vault: Vault, key: string, fields: Fields | undefined): Promise<SealedDraft> {
  const token = await draftToken(vault, key);
  const bond = metaBond(vault.keys.vault, token);
  const value = fields && { key, fields, savedAt: vault.clock.now() };
  const sealed = value && (await seal(vault.keys.row, value, bond, vault.random));
  return {
    put: () =>
      vault.connection.write(async (db) => {
        const { store, done } = db.transaction('meta', 'readwrite', { durability: 'strict' });
        await Promise.all([sealed ? store.put(sealed, token) : store.delete(token), done]);
      }),
  };
}

/** All drafts that can be read, the newest first. */
export async function listDrafts(vault: Vault): Promise<Result<Draft[], Fault>> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
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

function parseDraft(value: unknown): Draft | undefined {
  const { key, fields, savedAt } = (value ?? {}) as Partial<Draft>;
  const sound = typeof key === 'string' && typeof fields === 'object' && fields !== null && typeof savedAt === 'number';
  return sound ? { key, fields, savedAt } : undefined;
}
