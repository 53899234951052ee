// The ledger of said and done, as pages hold it: read, commit, draft, listen.

import { parseToday, type Today } from '../domain/today.ts';
import { actAt } from '../kernel/local-day.ts';
import type { Edit, Fields, Row } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { StampedRow } from '../merge/stamped-row.ts';
import type { Fault } from '../vault/fault.ts';
import type { Head, Sealed } from '../vault/schema.ts';
import { metaBond, unseal } from '../vault/seal.ts';
import { type Committed, commit } from './commit.ts';
import { type Draft, draftToken, listDrafts, type SealedDraft, sealDraft } from './drafts.ts';
import type { Where } from './marks.ts';
import { openVault } from './open-vault.ts';
import { countRows, getRow, type Listing, listRows } from './read.ts';
import type { TakeInOptions, TakenIn } from './take-in.ts';
import type { Surroundings, Vault } from './vault.ts';
import type { Whole } from './whole.ts';

export interface Ledger {
  /** The one precomputed row; worked out from the records when it is missing. */
  today(): Promise<Result<Today, Fault>>;
  /** Live records of a kind, in no order. */
  list(kind: string, where?: Where): Promise<Result<Row[], Fault>>;
  /** As `list`, with the number of records that are there and cannot be read. */
  listing(kind: string, where?: Where): Promise<Result<Listing, Fault>>;
  /** One record, also a deleted one. */
  get(id: string): Promise<Result<Row | undefined, Fault>>;
  /** Records of a kind, deleted ones included: a bound, not a figure to show. */
  count(kind: string, where?: Where): Promise<Result<number, Fault>>;
  /** The record as a whole, for who takes it away or brings one. Rejects when the file of that part cannot be had. */
  whole(): Promise<Result<Whole, Fault>>;
  /**
   * Makes all edits or none. Resolves with `ok` only after the browser reported the transaction complete with strict
   * durability: only then may a screen say "Saved". `draft` names a draft that is dropped in the same transaction.
   */
  commit(edits: readonly Edit[], options?: { draft?: string }): Promise<Result<Committed, Fault>>;
  /** Merges rows from elsewhere into the record, all or none, in one action. */
  takeIn(rows: readonly StampedRow[], options?: Omit<TakeInOptions, 'rebuild'>): Promise<Result<TakenIn, Fault>>;
  /** For parts that work on the vault itself and are fetched when they are needed: backups, exports, checks. */
  withVault<Value>(work: (vault: Vault) => Promise<Value>): Promise<Result<Value, Fault>>;
  /** Seals a draft and writes nothing yet. Without fields: the draft is to be dropped. */
  sealDraft(key: string, fields: Fields | undefined): Promise<Result<SealedDraft, Fault>>;
  saveDraft(key: string, fields: Fields): Promise<Result<void, Fault>>;
  drafts(): Promise<Result<Draft[], Fault>>;
  dropDraft(key: string): Promise<Result<void, Fault>>;
  /** Number of the newest action; it grows with every commit of every context. */
  revision(): Promise<Result<number, Fault>>;
  /** Calls `listener` after a commit here or a notice from elsewhere. Only a hint: read again. */
  onChange(listener: () => void): () => void;
  close(): void;
}

export async function openLedger(surroundings: Surroundings): Promise<Result<Ledger, Fault>> {
  const opened = await openVault(surroundings);
  return opened.ok ? ok(createLedger(opened.value)) : opened;
}

/** What is rarely needed is fetched then. When its file is gone, another version has taken this one's place. */
const fileGone: Fault = { type: 'replaced' };

function createLedger(vault: Vault): Ledger {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const stop = vault.notices.listen(tell);
  const meta = <Value>(key: string) => vault.connection.use((db) => db.get('meta', key) as Promise<Value | undefined>);
  const rebuild = async (): Promise<Result<Today, Fault>> => {
    const rare = await import('./rebuild-today.ts').catch(() => undefined);
    return rare ? rare.rebuildToday(vault) : err(fileGone);
  };

  return {
    async today() {
      const sealed = await meta<Sealed>('today');
      if (!sealed.ok) return sealed;
      const json = await unseal(vault.keys.row, sealed.value, metaBond(vault.keys.vault, 'today'));
      const today = parseToday(json, actAt(vault.clock).day);
      return today ? ok(today) : rebuild();
    },
    async list(kind, where) {
      const listing = await listRows(vault, kind, where);
      return listing.ok ? ok(listing.value.rows) : listing;
    },
    listing: (kind, where) => listRows(vault, kind, where),
    get: (id) => getRow(vault, id),
    count: (kind, where) => countRows(vault, kind, where),
    whole: async () => ok((await import('./whole.ts')).createWhole(vault)),
    async commit(edits, options) {
      const draft = options?.draft === undefined ? undefined : await draftToken(vault, options.draft);
      const result = await commit(vault, edits, { draft, rebuild });
      if (result.ok) tell();
      return result;
    },
    async takeIn(rows, options) {
      const rare = await import('./take-in.ts').catch(() => undefined);
      if (!rare) return err(fileGone);
      const result = await rare.takeIn(vault, rows, { ...options, rebuild });
      if (result.ok && result.value.changed > 0) tell();
      return result;
    },
    withVault: async (work) => ok(await work(vault)),
    sealDraft: async (key, fields) => ok(await sealDraft(vault, key, fields)),
    saveDraft: async (key, fields) => (await sealDraft(vault, key, fields)).put(),
    drafts: () => listDrafts(vault),
    dropDraft: async (key) => (await sealDraft(vault, key, undefined)).put(),
    async revision() {
      const head = await meta<Head>('head');
      if (!head.ok) return head;
      return head.value ? ok(head.value.seq) : err({ type: 'gone' });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      vault.notices.close();
      vault.connection.close();
    },
  };
}
