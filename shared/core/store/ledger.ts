// The ledger of said and done, as pages hold it: read, commit, draft, listen.

import { parseToday, type Today } from '../domain/today.ts';
import { actAt } from '../kernel/local-day.ts';
import type { Edit, Fields, Row } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { StampedRow } from '../merge/stamped-row.ts';
import type { Fault } from '../vault/fault.ts';
import type { Head, Sealed } from '../vault/schema.ts';
import { metaBond, unseal } from '../vault/seal.ts';
import { caughtRange } from './caught-range.ts';
import type { Committed } from './commit.ts';
import { type Draft, draftToken, listDrafts, putDraft, type SealedDraft, sealDraft } from './drafts.ts';
import type { LockTools, LockWish, Recipient } from './lock.ts';
import type { Where } from './marks.ts';
import type { MoveOptions } from './move.ts';
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
  withVault<Value, Failure>(
    work: (vault: Vault) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | Fault>>;
  /** Seals a draft and writes nothing yet. Without fields: the draft is to be dropped. */
  sealDraft(key: string, fields: Fields | undefined): Promise<Result<SealedDraft, Fault>>;
  saveDraft(key: string, fields: Fields): Promise<Result<void, Fault>>;
  drafts(): Promise<Result<Draft[], Fault>>;
  dropDraft(key: string): Promise<Result<void, Fault>>;
  /** Changes the lock: see `changeLock`. Every page has to be loaded again after that. */
  changeLock(wish: LockWish, tools: LockTools & MoveOptions): Promise<Result<void, Fault>>;
  /** One more way into a locked vault. */
  addWay(recipient: Recipient): Promise<Result<void, Fault>>;
  /** Number of the newest action; it grows with every commit of every context. */
  revision(): Promise<Result<number, Fault>>;
  /** Calls `listener` after a commit here or a notice from elsewhere. Only a hint: read again. */
  onChange(listener: () => void): () => void;
  close(): void;
}

export async function openLedger(surroundings: Surroundings): Promise<Result<Ledger, Fault>> {
  const opened = await openVault(surroundings);
  if (!opened.ok) return opened;
  const ledger = createLedger(opened.value);
  await takeCaught(opened.value);
  return ok(ledger);
}

/** What was noted while the vault was locked becomes part of the record, in one action that also empties the box. */
async function takeCaught(vault: Vault): Promise<void> {
  const waiting = await vault.connection.use((db) => db.count('meta', caughtRange()));
  if (!waiting.ok || waiting.value === 0) return;
  await fetched(Promise.all([import('./caught.ts'), writePath()]), ([box, write]) => emptyBox(vault, box, write));
}

async function emptyBox(
  vault: Vault,
  { openCaught }: typeof import('./caught.ts'),
  { commit, rebuildToday }: WritePath,
): Promise<Result<void, Fault>> {
  const caught = await vault.connection.use((db) => openCaught(db, vault.keys.vault, vault.keys.row));
  if (!caught.ok) return caught;
  const { edits, keys, drafts } = caught.value;
  const standing = drafts.length > 0 ? await listDrafts(vault) : ok([]);
  if (!standing.ok) return standing;
  for (const { key, draft } of drafts) {
    const newer = standing.value.find((one) => one.key === draft.key && one.savedAt > draft.savedAt);
    await putDraft(vault, newer ?? draft, key);
  }
  if (edits.length === 0) return ok(undefined);
  // What goes wrong here leaves the box as it is: the next opening tries again.
  const taken = await commit(vault, edits, { drop: keys, rebuild: () => rebuildToday(vault) });
  return taken.ok ? ok(undefined) : taken;
}

/** What writes, and what works the day out anew: reading does without them, so they come in a file of their own. */
export async function writePath() {
  const [{ commit }, { rebuildToday }] = await Promise.all([import('./commit.ts'), import('./rebuild-today.ts')]);
  return { commit, rebuildToday };
}

type WritePath = Awaited<ReturnType<typeof writePath>>;

/** A part that cannot be had belongs to a version that is no longer here. */
async function fetched<Part, Value>(
  part: Promise<Part>,
  use: (part: Part) => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> {
  const there = await part.catch(() => undefined);
  return there === undefined ? err({ type: 'replaced' }) : use(there);
}

function createLedger(vault: Vault): Ledger {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const stop = vault.notices.listen(tell);
  const meta = <Value>(key: string) => vault.connection.use((db) => db.get('meta', key) as Promise<Value | undefined>);
  return {
    async today() {
      const sealed = await meta<Sealed>('today');
      if (!sealed.ok) return sealed;
      const json = await unseal(vault.keys.row, sealed.value, metaBond(vault.keys.vault, 'today'));
      const today = parseToday(json, actAt(vault.clock).day);
      return today ? ok(today) : fetched(writePath(), ({ rebuildToday }) => rebuildToday(vault));
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
      const drop = options?.draft === undefined ? [] : [await draftToken(vault.keys, options.draft)];
      const result = await fetched(writePath(), ({ commit, rebuildToday }) =>
        commit(vault, edits, { drop, rebuild: () => rebuildToday(vault) }),
      );
      if (result.ok) tell();
      return result;
    },
    async takeIn(rows, options) {
      const result = await fetched(
        Promise.all([import('./take-in.ts'), writePath()]),
        ([{ takeIn }, { rebuildToday }]) => takeIn(vault, rows, { ...options, rebuild: () => rebuildToday(vault) }),
      );
      if (result.ok && result.value.changed > 0) tell();
      return result;
    },
    withVault: (work) => work(vault),
    sealDraft: async (key, fields) => ok(await sealDraft(vault, key, fields)),
    saveDraft: async (key, fields) => (await sealDraft(vault, key, fields)).put(),
    drafts: () => listDrafts(vault),
    dropDraft: async (key) => (await sealDraft(vault, key, undefined)).put(),
    async changeLock(wish, tools) {
      await takeCaught(vault); // the new place has another key, which opens nothing that was caught before
      return fetched(Promise.all([import('./lock.ts'), vault.places?.()]), async ([{ changeLock }, places]) =>
        places ? changeLock(vault, places, wish, tools) : err({ type: 'denied' }),
      );
    },
    addWay: (recipient) => fetched(import('./lock.ts'), ({ addWay }) => addWay(vault, recipient)),
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
