// One action, from a wish to bytes on the disk: read what stands, work out what it becomes, seal, and write it all if
// nobody wrote in between. Reading and writing are two transactions because sealing takes awaits; the head of the
// chain, compared inside the second one, makes the two as good as one.

import { parseToday, type Today } from '../domain/today.ts';
import { reduceToday } from '../domain/today-reduce.ts';
import { type Act, actAt } from '../kernel/local-day.ts';
import type { Json } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { toOutline } from '../merge/outline.ts';
import type { StampedRow } from '../merge/stamped-row.ts';
import type { Fault } from '../vault/fault.ts';
import { isHeaderOf } from '../vault/keys.ts';
import type { ChainLink, Head, Header, Sealed, SealedRow } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import { hear, isBehind, testify } from '../vault/witness.ts';
import { nextLink } from './chain.ts';
import { openRow, sealRow } from './row-box.ts';
import { getRows, slicesOf } from './slices.ts';
import { type DeviceState, parseDeviceState, stateToJson } from './state.ts';
import type { Readable } from './typed-connection.ts';
import type { Vault } from './vault.ts';
import { type Pen, write } from './write.ts';

/** What stands when an action is worked out. */
export interface Ground {
  readonly act: Act;
  /** Number of actions so far. */
  readonly seq: number;
  readonly device: DeviceState;
  /** Those of the named rows that are there. */
  readonly rows: ReadonlyMap<string, StampedRow>;
  /** Named rows that are there and do not open, or are not as the chain says. A person's edit writes over none of them. */
  readonly unsure: ReadonlySet<string>;
}

export interface Change {
  /** The rows as they are to be. */
  readonly rows: readonly StampedRow[];
  readonly device: DeviceState;
}

export interface Wish {
  /** The rows it is about, where derived ids come from `naming`, and what becomes of them; nothing: nothing to do. */
  plan(naming: string): Promise<{
    readonly ids: readonly string[];
    apply(ground: Ground): Result<Change | undefined, Fault>;
  }>;
  /** Keys of `meta` that this action makes unnecessary: its draft, or what it brings in from elsewhere. */
  readonly drop?: readonly string[];
  /** Works out the precomputed row when the stored one is missing or damaged. */
  rebuild(): Promise<Result<Today, Fault>>;
  /** Told how many of the changed rows are sealed. */
  onSealed?(done: number, total: number): void;
}

export interface Performed {
  /** Number of the action; of the newest one when there was nothing to do. */
  readonly revision: number;
  readonly ids: readonly string[];
}

/** A named row. Damaged storage may give null where there is one: not the same as having none. */
interface Stored {
  readonly id: string;
  readonly row: SealedRow | null;
}

interface Standing {
  header: Header | undefined;
  head: Head | undefined;
  loss: Sealed | undefined;
  state: Sealed | undefined;
  today: Sealed | undefined;
  rows: Stored[];
  happened: string | undefined;
}

interface Prepared {
  parts: { rows: SealedRow[]; link: ChainLink }[];
  head: Head;
  state: Sealed;
  today: Sealed;
}

/** Attempts against other writers. Each loss means that another one won. */
const attempts = 50;

/** Milliseconds that storage may take: for an act of a person, and for each row of a great one, on a slow phone. */
const patienceFor = (rows: number) => 10_000 + 3 * rows;

export async function perform(vault: Vault, wish: Wish): Promise<Result<Performed, Fault>> {
  const { connection, clock, random, keys } = vault;
  const act = actAt(clock);
  const action = random.uuid();
  let plan = await wish.plan(vault.naming);
  const seen = hear(vault.witness);
  let doubted = false;
  let tried: Head | undefined;
  const attempt = async (): Promise<Result<Performed, Fault> | 'moved'> => {
    const standing = await readStanding(vault, plan.ids, tried?.seq);
    if (!standing.ok) return standing;
    const { header, head, happened } = standing.value;
    if (!isHeaderOf(keys, header)) return err({ type: header ? 'replaced' : 'gone' });
    // A storage that lost its newest actions under an open page takes no new ones: they would hide the loss.
    if (!head || isBehind(keys.vault, head, await seen)) {
      if (doubted) return err({ type: 'missing' });
      doubted = true; // read again after the witness: another tab may have written between the two questions
      return 'moved';
    }
    if (tried && happened === action) return announce(vault, tried, plan.ids);

    const opened = await openStanding(vault, standing.value);
    if (!opened.ok) return opened;
    const { device, rows, unsure, today } = opened.value;
    if (device.naming !== vault.naming) {
      vault.naming = device.naming; // another tab took the first backup into the empty vault
      plan = await wish.plan(vault.naming);
      return 'moved';
    }
    const change = plan.apply({ act, seq: head.seq, device, rows, unsure });
    if (!change.ok) return change;
    if (!change.value) return ok({ revision: head.seq, ids: plan.ids });
    const prepared = await prepare(vault, { head, today }, change.value, { act, action }, wish);
    if (!prepared.ok) return prepared;
    tried = prepared.value.head;
    const patience = patienceFor(change.value.rows.length);
    const written = await connection.write(
      (db) => write(db, head, (pen) => putAll(pen, prepared.value, wish.drop), patience),
      patience + 20_000,
    );
    if (!written.ok) return written;
    if (written.value === 'moved') return 'moved';
    vault.naming = change.value.device.naming;
    return announce(vault, tried, plan.ids);
  };

  const alone = await attempt(); // almost always: so the lock is asked for only by who met somebody
  if (alone !== 'moved') return alone;
  return vault.serialise(async () => {
    for (let again = 1; again < attempts; again++) {
      const result = await attempt();
      if (result !== 'moved') return result;
      await stepAside(vault, again);
    }
    return err({ type: 'busy' });
  });
}

/** The action is on the disk: the other tabs may look, and the witness moves forward. A witness behind is no loss. */
function announce(vault: Vault, { seq, hash }: Head, ids: readonly string[]): Result<Performed, Fault> {
  vault.notices.send(seq);
  const linkAt = async (at: number) => {
    const link = await vault.connection.use((db) => db.get('chain', at));
    return link.ok ? link.value : undefined;
  };
  void testify(vault.witness, { vault: vault.keys.vault, seq, hash }, linkAt).catch(() => {});
  return ok({ revision: seq, ids });
}

/** A short wait of random length, so that two writers without a common lock do not run into each other for ever. */
async function stepAside({ random }: Vault, attempt: number): Promise<void> {
  const [byte = 0] = random.bytes(1);
  await new Promise((done) => setTimeout(done, byte % (4 << Math.min(attempt, 4))));
}

/** The head is read with the first rows. Whatever changes while the others are read moves it, and nothing is written. */
async function readStanding(
  { connection }: Vault,
  ids: readonly string[],
  tried: number | undefined,
): Promise<Result<Standing, Fault>> {
  const [first = [], ...others] = slicesOf(ids);
  const standing = await connection.use((db) => readGround(db, first, tried));
  if (!standing.ok) return standing;
  for (const slice of others) {
    const more = await getRows(connection, slice);
    if (!more.ok) return more;
    standing.value.rows.push(...storedOf(slice, more.value));
  }
  return standing;
}

async function readGround(db: Readable, ids: readonly string[], tried: number | undefined): Promise<Standing> {
  const transaction = db.transaction(['meta', 'rows', 'chain']);
  const meta = transaction.objectStore('meta');
  const [header, head, state, today, loss, link, ...rows] = await Promise.all([
    meta.get('header') as Promise<Header | undefined>,
    meta.get('head') as Promise<Head | undefined>,
    meta.get('state') as Promise<Sealed | undefined>,
    meta.get('today') as Promise<Sealed | undefined>,
    meta.get('loss') as Promise<Sealed | undefined>,
    tried === undefined ? undefined : transaction.objectStore('chain').get(tried),
    ...ids.map((id) => transaction.objectStore('rows').get(id)),
  ]);
  return {
    ...{ header, head, state, today, loss },
    rows: storedOf(ids, rows),
    // A connection can die after the write and before its answer: then the link that we meant to add stands there.
    happened: link?.action,
  };
}

interface Opened extends Omit<Ground, 'act' | 'seq'> {
  /** The row of today, unchecked. */
  readonly today: unknown;
}

const storedOf = (ids: readonly string[], rows: readonly (SealedRow | null | undefined)[]): Stored[] =>
  rows.flatMap((row, index) => (row === undefined ? [] : [{ id: ids[index] ?? '', row }]));

/** The device, the rows and the row of today, unsealed. */
async function openStanding({ keys }: Vault, { state, today, loss, rows }: Standing): Promise<Result<Opened, Fault>> {
  const [stateJson, todayJson, lossJson, ...opened] = await Promise.all([
    unseal(keys.row, state, metaBond(keys.vault, 'state')),
    unseal(keys.row, today, metaBond(keys.vault, 'today')),
    unseal(keys.row, loss, metaBond(keys.vault, 'loss')),
    ...rows.map(({ row }) => openRow(keys, row)),
  ]);
  const device = parseDeviceState(stateJson);
  if (!device) return err({ type: 'unreadable' });
  const readable = opened.filter((row) => row !== undefined);
  const known = new Map(readable.map((row) => [row.id, row]));
  // A row that opens may still be an old version put back: what the last look found is in doubt, too.
  const { rows: found = [] } = Object(lossJson) as { readonly rows?: readonly string[] };
  const unsure = new Set([...found, ...rows.filter(({ id }) => !known.has(id)).map(({ id }) => id)]);
  return ok({ device, rows: known, unsure, today: todayJson });
}

async function prepare(
  vault: Vault,
  standing: { readonly head: Head; readonly today: unknown },
  change: Change,
  { act, action }: { act: Act; action: string },
  { rebuild, onSealed }: Wish,
): Promise<Result<Prepared, Fault>> {
  const { keys, random } = vault;
  const stored = parseToday(standing.today, act.day);
  const base = stored ? ok(stored) : await rebuild();
  if (!base.ok) return base;
  const today = reduceToday(base.value, change.rows.map(toOutline), act.day);

  let { head } = standing;
  let done = 0;
  const parts: Prepared['parts'] = [];
  for (const slice of slicesOf(change.rows)) {
    const rows = await Promise.all(slice.map((row) => sealRow(keys, row, random)));
    const link = await nextLink(keys, head, { name: action, act, rows }, random);
    parts.push({ rows, link });
    head = { seq: link.seq, hash: link.hash };
    done += rows.length;
    onSealed?.(done, change.rows.length);
  }
  const sealMeta = (key: string, value: Json) => seal(keys.row, value, metaBond(keys.vault, key), random);
  const [sealedState, sealedToday] = await Promise.all([
    sealMeta('state', stateToJson(change.device)),
    sealMeta('today', today as unknown as Json),
  ]);
  return ok({ parts, head, state: sealedState, today: sealedToday });
}

function putAll(pen: Pen, { parts, head, state, today }: Prepared, drop: readonly string[] = []): undefined {
  for (const { rows, link } of parts) {
    for (const row of rows) {
      pen.row(row);
      pen.waiting(row.id, link.seq);
    }
    pen.link(link);
  }
  pen.meta('head', head);
  pen.meta('state', state);
  pen.meta('today', today);
  for (const key of drop) pen.drop(key);
}
