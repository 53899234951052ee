// One action of a person, from wishes to bytes on the disk: read what stands, merge the edits in, seal, and write it
// all if nobody wrote in between. Reading and writing are two transactions because sealing takes awaits; the head of
// the chain, compared inside the second one, makes the two as good as one.

import { parseToday, type Today } from '../domain/today.ts';
import { reduceToday } from '../domain/today-reduce.ts';
import { type Act, actAt } from '../kernel/local-day.ts';
import type { Edit, Json } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { tick } from '../merge/hlc.ts';
import { toOutline } from '../merge/outline.ts';
import { applyEdit, replacedStamps, type StampedRow } from '../merge/stamped-row.ts';
import type { Fault } from '../vault/fault.ts';
import { generationOf, parseHeader } from '../vault/keys.ts';
import type { ChainLink, Database, Head, Header, Sealed, SealedRow } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import { testify } from '../vault/witness.ts';
import { nextLink } from './chain.ts';
import { openRow, sealRow } from './row-box.ts';
import { type DeviceState, nameToId, parseDeviceState, stateToJson } from './state.ts';
import type { Vault } from './vault.ts';
import { write } from './write.ts';

export interface Committed {
  /** Number of the action. */
  readonly revision: number;
  /** Ids of the edited rows, in the order of the edits. */
  readonly ids: readonly string[];
}

export interface CommitOptions {
  /** Keys of `meta` that this action makes unnecessary: its draft, or what it brings in from elsewhere. */
  readonly drop?: readonly string[];
  /** Works out the precomputed row when the stored one is missing or damaged. */
  rebuild(): Promise<Result<Today, Fault>>;
}

interface Standing {
  header: Header | undefined;
  head: Head;
  state: Sealed | undefined;
  today: Sealed | undefined;
  rows: (SealedRow | undefined)[];
}

interface Prepared {
  rows: SealedRow[];
  link: ChainLink;
  state: Sealed;
  today: Sealed;
}

/** Attempts against other writers. Each loss means that another one won. */
const attempts = 50;

export async function commit(
  vault: Vault,
  edits: readonly Edit[],
  options: CommitOptions,
): Promise<Result<Committed, Fault>> {
  const { connection, clock, random, keys } = vault;
  const act = actAt(clock);
  const action = random.uuid();
  const ids = await Promise.all(
    edits.map(({ kind, row }) => ('id' in row ? row.id : nameToId(vault.naming, kind, row.name))),
  );
  let tried: Head | undefined;
  const attempt = async (): Promise<Result<Committed, Fault> | 'moved'> => {
    const standing = await connection.use((db) => readStanding(db, ids, tried?.seq));
    if (!standing.ok) return standing;
    const { header, head, happened } = standing.value;
    const standingHeader = parseHeader(header);
    if (standingHeader?.vault !== keys.vault || generationOf(standingHeader) !== keys.generation) {
      return err({ type: header ? 'replaced' : 'gone' });
    }
    if (tried && happened === action) return announce(vault, tried, ids);

    const prepared = await prepare(vault, standing.value, { edits, ids, act, action }, options);
    if (!prepared.ok) return prepared;
    const { seq, hash } = prepared.value.link;
    tried = { seq, hash };
    const written = await connection.use((db) => write(db, head, (pen) => putAll(pen, prepared.value, options.drop)));
    if (!written.ok) return written;
    return written.value === 'moved' ? 'moved' : announce(vault, tried, ids);
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
function announce(vault: Vault, { seq, hash }: Head, ids: readonly string[]): Result<Committed, Fault> {
  vault.notices.send(seq);
  void testify(vault.witness, { vault: vault.keys.vault, seq, hash }).catch(() => {});
  return ok({ revision: seq, ids });
}

/** A short wait of random length, so that two writers without a common lock do not run into each other for ever. */
async function stepAside({ random }: Vault, attempt: number): Promise<void> {
  const [byte = 0] = random.bytes(1);
  await new Promise((done) => setTimeout(done, byte % (4 << Math.min(attempt, 4))));
}

async function readStanding(db: Database, ids: readonly string[], tried: number | undefined) {
  const transaction = db.transaction(['meta', 'rows', 'chain']);
  const meta = transaction.objectStore('meta');
  const [header, head, state, today, link, ...rows] = await Promise.all([
    meta.get('header') as Promise<Header | undefined>,
    meta.get('head') as Promise<Head | undefined>,
    meta.get('state') as Promise<Sealed | undefined>,
    meta.get('today') as Promise<Sealed | undefined>,
    tried === undefined ? undefined : transaction.objectStore('chain').get(tried),
    ...ids.map((id) => transaction.objectStore('rows').get(id)),
  ]);
  // A connection can die after the write and before its answer: then the link that we meant to add stands there.
  return { header, head: head ?? { seq: 0, hash: '' }, state, today, rows, happened: link?.action };
}

interface Wish {
  edits: readonly Edit[];
  ids: readonly string[];
  act: Act;
  action: string;
}

async function prepare(
  vault: Vault,
  standing: Standing,
  { edits, ids, act, action }: Wish,
  options: CommitOptions,
): Promise<Result<Prepared, Fault>> {
  const { keys, random } = vault;
  const [stateJson, todayJson, ...opened] = await Promise.all([
    unseal(keys.row, standing.state, metaBond(keys.vault, 'state')),
    unseal(keys.row, standing.today, metaBond(keys.vault, 'today')),
    ...standing.rows.map((row) => row && openRow(keys, row)),
  ]);
  const state = parseDeviceState(stateJson);
  const damaged = standing.rows.some((row, index) => row && !opened[index]);
  if (!state || damaged) return err({ type: 'unreadable' }); // never write over what could not be read

  const before = new Map<string, StampedRow>();
  for (const row of opened) if (row) before.set(row.id, row);
  const after = new Map<string, StampedRow>();
  let device: DeviceState = state;
  edits.forEach((edit, index) => {
    const id = ids[index] ?? '';
    const row = after.get(id) ?? before.get(id);
    const { state: clock, stamp } = tick(device.clock, act.at, device.node, replacedStamps(row, edit));
    device = { ...device, clock };
    after.set(id, applyEdit(row, { ...edit, id }, stamp));
  });

  const stored = parseToday(todayJson, act.day);
  const base = stored ? ok(stored) : await options.rebuild();
  if (!base.ok) return base;
  const today = reduceToday(base.value, [...after.values()].map(toOutline), act.day);

  const rows = await Promise.all([...after.values()].map((row) => sealRow(keys, row, random)));
  const sealMeta = (key: string, value: Json) => seal(keys.row, value, metaBond(keys.vault, key), random);
  const [link, sealedState, sealedToday] = await Promise.all([
    nextLink(keys, standing.head, { name: action, act, rows }, random),
    sealMeta('state', stateToJson(device)),
    sealMeta('today', today as unknown as Json),
  ]);
  return ok({ rows, link, state: sealedState, today: sealedToday });
}

function putAll(
  pen: Parameters<Parameters<typeof write>[2]>[0],
  { rows, link, state, today }: Prepared,
  drop: readonly string[] = [],
): undefined {
  for (const row of rows) {
    pen.row(row);
    pen.waiting(row.id, link.seq);
  }
  pen.link(link);
  pen.meta('head', { seq: link.seq, hash: link.hash });
  pen.meta('state', state);
  pen.meta('today', today);
  for (const key of drop) pen.drop(key);
}
