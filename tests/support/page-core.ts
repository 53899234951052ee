// What a test can do inside a page with the product's own core. Bundled by core-in-page.ts; never shipped.

import { recipientOf, recoveryIdentity } from '@core/backup/identity.ts';
import { makeBackup } from '@core/backup/make.ts';
import { openBackup } from '@core/backup/open.ts';
import type { Clock } from '@core/kernel/clock.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { addDays, parseLocalDay } from '@core/kernel/local-day.ts';
import { systemRandom } from '@core/kernel/random.ts';
import type { Edit, Fields } from '@core/kernel/record.ts';
import { redact, reveal } from '@core/kernel/redacted.ts';
import type { Stamp } from '@core/merge/hlc.ts';
import type { StampedRow } from '@core/merge/stamped-row.ts';
import { linkHash } from '@core/store/chain.ts';
import { examine } from '@core/store/go-on.ts';
import { connectHere, surroundingsHere } from '@core/store/here.ts';
import { type Ledger, openLedger } from '@core/store/ledger.ts';
import { type LockTools, lockState, unlock } from '@core/store/lock.ts';
import { digestOf } from '@core/store/row-box.ts';
import { type TypedConnection, typed, typedConnection } from '@core/store/typed-connection.ts';
import { passphraseKey } from '@core/vault/argon2.ts';
import { openAsItIs } from '@core/vault/as-it-is.ts';
import { createConnection } from '@core/vault/connection.ts';
import { keyInMemory } from '@core/vault/key-place.ts';
import { type Migration, migrations } from '@core/vault/migrations/run.ts';
import { findPlace, type Place } from '@core/vault/place.ts';
import { newRecoveryCode } from '@core/vault/recovery-code.ts';
import { databaseName } from '@core/vault/schema.ts';
import type { Kdf } from '@core/vault/ways.ts';
import { parseTestimony, type Witness } from '@core/vault/witness.ts';

/** Says nothing: what is tested here is the database alone. */
const noWitness: Witness = {
  read: async () => undefined,
  write: async () => {},
  retire: async () => {},
  forget: async () => {},
};

export interface Opened {
  connection: TypedConnection;
  ledger: Ledger;
}

/** `steps`: as a version of the product that has these. */
export async function open(steps?: readonly Migration[]): Promise<Opened> {
  const connection = steps ? createConnection({ place: findPlace, steps }) : connectHere();
  const ledger = await openLedger(surroundingsHere(connection, { witness: noWitness, keyPlace: keyInMemory() }));
  if (!ledger.ok) throw new Error(`the vault did not open: ${ledger.error.type}`);
  return { connection: typedConnection(connection), ledger: ledger.value };
}

/** Three records that belong together and must all be there or none. */
export const triple = (name: string, day = '2026-11-23'): Edit[] =>
  ['a', 'b', 'c'].map((part) => ({
    kind: 'win',
    row: { id: `${name}-${part}` },
    set: { day, of: 'onTime', note: name },
  }));

/** Writes triples one after the other and reports each number once the ledger said that it is stored. */
export async function storm(context: string, report: (name: string) => Promise<void>): Promise<never> {
  const { ledger } = await open();
  for (let count = 0; ; count++) {
    const name = `${context}.${count}`;
    const result = await ledger.commit(triple(name));
    if (!result.ok) throw new Error(`not stored: ${result.error.type}`);
    void report(name);
  }
}

export interface Census {
  /** Names of the triples that are whole. */
  whole: string[];
  /** Names of triples that have one or two of their three records. */
  torn: string[];
  damaged: number;
  /** Links of the chain whose hash, predecessor or rows do not agree with what is stored. */
  brokenLinks: number;
}

/** Counts what is there, and verifies the whole chain against the rows. */
export async function census(): Promise<Census> {
  const { ledger, connection } = await open();
  const listing = await ledger.listing('win');
  if (!listing.ok) throw new Error(listing.error.type);
  const parts = new Map<string, number>();
  for (const { fields } of listing.value.rows) {
    const name = String(fields['note']);
    parts.set(name, (parts.get(name) ?? 0) + 1);
  }
  const all = await connection.use(async (db) => Promise.all([db.getAll('chain'), db.getAll('rows')]));
  if (!all.ok) throw new Error(all.error.type);
  const [links, rows] = all.value;
  const digests = new Map<string, string>();
  let brokenLinks = 0;
  let prev = '';
  for (const [index, link] of links.entries()) {
    const sound = link.seq === index + 1 && link.prev === prev && link.hash === (await linkHash(link));
    if (!sound) brokenLinks += 1;
    prev = link.hash;
    for (const [id, digest] of link.rows) digests.set(id, digest);
  }
  for (const row of rows) if (digests.get(row.id) !== (await digestOf(row))) brokenLinks += 1;
  ledger.close();
  const names = [...parts];
  return {
    whole: names.filter(([, count]) => count === 3).map(([name]) => name),
    torn: names.filter(([, count]) => count !== 3).map(([name]) => name),
    damaged: listing.value.damaged,
    brokenLinks,
  };
}

/** Fills the ledger with `count` records over the years before `today`, a thousand to an action. */
export async function fill(count: number, today: string): Promise<void> {
  const { ledger } = await open();
  const last = parseLocalDay(today) as LocalDay;
  for (let done = 0; done < count; done += 1000) {
    const edits = Array.from({ length: Math.min(1000, count - done) }, (_, index): Edit => {
      const number = done + index;
      const day = addDays(last, -9 - (number % 3650));
      return { kind: 'win', row: { id: `fill-${number}` }, set: { day, of: 'onTime', note: `Small thing ${number}.` } };
    });
    const result = await ledger.commit(edits);
    if (!result.ok) throw new Error(result.error.type);
  }
  ledger.close();
}

/** Gives the database the number of a version that this build does not know, as an update that was undone leaves it. */
export async function makeNewer(): Promise<number> {
  const place = await findPlace();
  const version = (await versionNow()) + 1;
  await new Promise((done, failed) => {
    const request = place?.indexedDB.open(databaseName, version);
    if (!request) throw new Error('there is no storage');
    request.onsuccess = () => done(request.result.close());
    request.onerror = () => failed(request.error);
  });
  return version;
}

export async function versionNow(): Promise<number> {
  const place = await findPlace();
  return new Promise((done, failed) => {
    const request = place?.indexedDB.open(databaseName);
    if (!request) throw new Error('there is no storage');
    request.onsuccess = () => {
      done(request.result.version);
      request.result.close();
    };
    request.onerror = () => failed(request.error);
  });
}

let held: { place: Place; db: IDBDatabase } | undefined;

/** Holds the database like a page without manners, and asks for its deletion, which then waits for ever. */
export async function holdAndDelete(): Promise<void> {
  const place = await findPlace();
  if (!place) throw new Error('there is no storage');
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = place.indexedDB.open(databaseName);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  held = { place, db };
  place.indexedDB.deleteDatabase(databaseName);
}

/** How many records the held database still has. */
export async function heldRows(): Promise<number> {
  return held ? typed(held.db).count('rows') : 0;
}

let kept: Ledger | undefined;

/** Opens a ledger and keeps nothing of it but what a page of the product keeps. */
export async function keepOpen(): Promise<void> {
  kept = (await open()).ledger;
}

/** Writes to it; the answer is an error when the storage says nothing within 5 seconds. */
export async function writeToOpen(name: string): Promise<string> {
  const silence = new Promise<string>((done) => setTimeout(() => done('silent'), 5000));
  const written = kept?.commit(triple(name)).then((result) => (result.ok ? 'stored' : result.error.type));
  return Promise.race([silence, written ?? 'not open']);
}

/** Writes triples of 60 KB until the storage says no; answers how many it took, and what it said. */
export async function writeUntilRefused(): Promise<{ stored: number; fault: string }> {
  const { ledger } = await open();
  for (let stored = 0; stored < 200; stored++) {
    const edits = triple(`big ${stored}`).map((edit) => ({
      ...edit,
      set: { ...edit.set, padding: 'x'.repeat(20_000) },
    }));
    const result = await ledger.commit(edits);
    if (result.ok) continue;
    ledger.close();
    return { stored, fault: result.error.type };
  }
  throw new Error('the quota is not enforced');
}

/** One triple on a fresh connection. */
export async function writeOnce(name: string): Promise<string> {
  const { ledger } = await open();
  const result = await ledger.commit(triple(name));
  ledger.close();
  return result.ok ? 'stored' : result.error.type;
}

/** Makes `count` edits, each of a field of its own, to the one record that all contexts edit. */
export async function editOne(context: string, count: number): Promise<void> {
  const { ledger } = await open();
  for (let edit = 0; edit < count; edit++) {
    const set = { day: '2026-11-23', [`tag:${context}-${edit}`]: true };
    const result = await ledger.commit([{ kind: 'journalEntry', row: { id: 'edited-by-all' }, set }]);
    if (!result.ok) throw new Error(result.error.type);
  }
  ledger.close();
}

/** How many of those edits are there. */
export async function edits(): Promise<number> {
  const { ledger } = await open();
  const row = await ledger.get('edited-by-all');
  ledger.close();
  if (!row.ok) throw new Error(row.error.type);
  return Object.keys(row.value?.fields ?? {}).filter((field) => field.startsWith('tag:')).length;
}

/** Milliseconds of each of `count` actions, one after the other. */
export async function timeWrites(name: string, count: number): Promise<number[]> {
  const { ledger } = await open();
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const start = performance.now();
    const result = await ledger.commit(triple(`${name}.${number}`).slice(0, 1));
    times.push(performance.now() - start);
    if (!result.ok) throw new Error(result.error.type);
  }
  ledger.close();
  return times;
}

/** One promise for every day, in the person's own words, shown as they are. */
export async function promise(text: string, today: string): Promise<void> {
  const { ledger } = await open();
  const result = await ledger.commit([
    {
      kind: 'commitment',
      row: { id: 'the-promise' },
      set: {
        form: 'dated',
        text,
        value: 'punctuality',
        aim: 'partner',
        repeat: { type: 'daily' },
        startsOn: addDays(parseLocalDay(today) as LocalDay, -3),
        endsOn: addDays(parseLocalDay(today) as LocalDay, 30),
        state: 'active',
        pausedRanges: [],
        day: addDays(parseLocalDay(today) as LocalDay, -3),
        when: { zone: 'UTC', offset: 0, at: 0 },
      },
    },
    { kind: 'settings', row: { name: 'settings' }, set: { glance: 'own', started: true } },
  ]);
  if (!result.ok) throw new Error(result.error.type);
  ledger.close();
}

/** Makes these edits in one action, as the product would. */
export async function write(edits: readonly Edit[]): Promise<void> {
  const { ledger } = await open();
  const result = await ledger.commit(edits);
  ledger.close();
  if (!result.ok) throw new Error(result.error.type);
}

/** The fields of all live records of a kind. */
export async function records(kind: string): Promise<Fields[]> {
  const { ledger } = await open();
  const rows = await ledger.list(kind);
  ledger.close();
  if (!rows.ok) throw new Error(rows.error.type);
  return rows.value.map(({ fields }) => fields);
}

/** Takes in `count` records in one action, as a restore does; reports when it begins and when it is done. */
export async function takeInMany(count: number, report: (word: string) => Promise<void>): Promise<void> {
  const { ledger } = await open();
  const stamp = '000000001.0000.elsewher' as Stamp;
  const rows = Array.from({ length: count }, (_, index): StampedRow => {
    const fields = { day: '2026-11-23', of: 'onTime', note: `taken in ${index}` };
    return { id: `in-${index}`, kind: 'win', fields, stamps: { day: stamp, of: stamp, note: stamp } };
  });
  await report('begun');
  const taken = await ledger.takeIn(rows, { onSealed: (done, total) => void (done === total && report('sealed')) });
  if (!taken.ok) throw new Error(taken.error.type);
  await report('done');
}

/** How many of them are there, and whether the chain agrees with every row. */
export async function takenIn(): Promise<{ there: number; brokenLinks: number; damaged: number }> {
  const { brokenLinks, damaged } = await census();
  const { ledger } = await open();
  const listing = await ledger.list('win');
  ledger.close();
  if (!listing.ok) throw new Error(listing.error.type);
  return { there: listing.value.filter(({ id }) => id.startsWith('in-')).length, brokenLinks, damaged };
}

/** Milliseconds of a backup and of its restore into the same record after it was emptied of changes; MB of the file. */
export async function timeBackup(count: number, today: string) {
  await fill(count, today);
  const { ledger } = await open();
  const identity = await recoveryIdentity((await newRecoveryCode(systemRandom)).secret);
  const recipient = await recipientOf(identity);
  const start = performance.now();
  const made = await ledger.withVault((vault) => makeBackup(vault, { recipient }));
  if (!made.ok) throw new Error('no backup');
  const backedUp = performance.now();
  const opened = await openBackup(new Blob([made.value.bytes]), { identity });
  if (!opened.ok) throw new Error(opened.error.type);
  const read = performance.now();
  // Under other ids they are as new as in an empty record.
  const rows = opened.value.rows.map((row) => ({ ...row, id: `again-${row.id}` }));
  const begun = performance.now();
  const taken = await ledger.takeIn(rows);
  const restored = performance.now();
  const again = await ledger.takeIn(rows);
  const repeated = performance.now();
  ledger.close();
  if (!taken.ok || !again.ok || again.value.changed > 0) throw new Error('not restored');
  return {
    backUp: backedUp - start,
    open: read - backedUp,
    restore: restored - begun,
    again: repeated - restored,
    changed: taken.value.changed,
    bytes: made.value.bytes.length,
  };
}

/** What stands in the drafts, in no order. */
export async function draftBodies(steps?: readonly Migration[]): Promise<string[]> {
  const { ledger } = await open(steps);
  const drafts = await ledger.drafts();
  ledger.close();
  if (!drafts.ok) throw new Error(drafts.error.type);
  return drafts.value.map(({ fields }) => String(fields['body']));
}

/** A version of the product after this one, whose upgrade writes every row anew. `begun`: it is at work. */
export async function upgradeRows(begun?: () => Promise<void>): Promise<void> {
  const rewriting: Migration = {
    version: migrations.length + 1,
    up(_db, transaction) {
      void begun?.();
      const store = transaction.objectStore('rows');
      const all = store.getAll();
      all.onsuccess = () => {
        for (const row of all.result) store.put({ ...row, schema: 2 });
      };
    },
  };
  const connection = createConnection({ place: findPlace, steps: [...migrations, rewriting] });
  const used = await connection.use(async (db) => db.version);
  connection.close();
  if (!used.ok) throw new Error(used.error.type);
}

/** Puts `count` rows of `bytes` each straight into the store, so that an upgrade has something to do. */
export async function fillRaw(count: number, bytes: number): Promise<void> {
  const { connection, ledger } = await open();
  const box = new Uint8Array(bytes).buffer;
  const nonce = new Uint8Array(12);
  const stored = await connection.write(async (db) => {
    const { store, done } = db.transaction('rows', 'readwrite');
    for (let row = 0; row < count; row++) void store.put({ id: `raw-${row}`, schema: 1, marks: ['raw'], nonce, box });
    await done;
  });
  ledger.close();
  if (!stored.ok) throw new Error(stored.error.type);
}

/** The version, and how many rows there are in the form of each. Looks only. */
export async function rowForms(): Promise<{ version: number; old: number; new: number }> {
  const place = await findPlace();
  const db = place && (await openAsItIs(place.indexedDB, databaseName));
  if (!db) throw new Error('there is no database');
  const rows = await typed(db).getAll('rows');
  db.close();
  const old = rows.filter(({ schema }) => schema === 1).length;
  return { version: db.version, old, new: rows.length - old };
}

const nextSteps: readonly Migration[] = [...migrations, { version: migrations.length + 1, up: () => {} }];

export const draftBodiesAsNext = (): Promise<string[]> => draftBodies(nextSteps);

/** Opens the database as a version after this one does. Calls `waits` when another page has to be waited for. */
export async function openAsNext(waits?: () => Promise<void>): Promise<string> {
  const connection = createConnection({ place: findPlace, steps: nextSteps, onBlocked: () => void waits?.() });
  const used = await connection.use(async (db) => `version ${db.version}`);
  connection.close();
  return used.ok ? used.value : used.error.type;
}

/** Holds the database open like a page of a build that gives way to nobody. */
export async function holdOpen(): Promise<void> {
  const place = await findPlace();
  const db = place && (await openAsItIs(place.indexedDB, databaseName));
  if (!db) throw new Error('there is no database');
  held = { place, db };
}

/** What the test can see of the witness of the extension: its own place and its own key. */
const witnessHere: Witness = {
  async read() {
    return parseTestimony((await chromeStorage().get('witness'))['witness']);
  },
  write: async (testimony) => chromeStorage().set({ witness: testimony }),
  retire: async () => {},
  forget: async () => {},
};

interface ChromeStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: object): Promise<void>;
}

const chromeStorage = () =>
  (globalThis as never as { chrome: { storage: { local: ChromeStorage } } }).chrome.storage.local;

/** One record of 2 KB to an action, four actions a day up to `last`; and somebody who has begun. */
export async function keepDiary(count: number, last: string): Promise<void> {
  const end = Date.parse(`${last}T20:00:00Z`);
  let at = end;
  const clock: Clock = { now: () => at, zone: () => 'UTC', offset: () => 0 };
  const ledger = await openLedger({
    ...surroundingsHere(connectHere(), { witness: witnessHere, keyPlace: keyInMemory() }),
    clock,
  });
  if (!ledger.ok) throw new Error(ledger.error.type);
  for (let number = 0; number < count; number++) {
    at = end - Math.floor((count - 1 - number) / 4) * 86_400_000;
    const noise = Array.from(crypto.getRandomValues(new Uint8Array(1000)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    );
    const edit: Edit = {
      kind: 'win',
      row: { id: `record-${number}` },
      set: { day: last, of: 'onTime', note: noise.join('') },
    };
    const settings: Edit = { kind: 'settings', row: { name: 'settings' }, set: { started: true, glance: 'own' } };
    const result = await ledger.value.commit(number === 0 ? [edit, settings] : [edit]);
    if (!result.ok) throw new Error(result.error.type);
  }
  while (((await witnessHere.read())?.seq ?? 0) < count) await new Promise((done) => setTimeout(done, 5));
  ledger.value.close();
}

/** A look at everything, without rests: how long it took, the longest slice of it, and how much it found. */
export async function lookAtAll(): Promise<{ milliseconds: number; longestSlice: number; findings: number }> {
  const start = performance.now();
  let before = start;
  let longestSlice = 0;
  const measure = async () => {
    longestSlice = Math.max(longestSlice, performance.now() - before);
    before = performance.now();
  };
  const found = await examine(
    surroundingsHere(connectHere(), { witness: noWitness, keyPlace: keyInMemory() }),
    measure,
  );
  if (!found.ok) throw new Error(found.error.type);
  return { milliseconds: performance.now() - start, longestSlice, findings: found.value.length };
}

/** As many wins, in a few actions. */
export async function manyWins(count: number): Promise<void> {
  const { ledger } = await open();
  for (let done = 0; done < count; done += 40) {
    const edits = Array.from({ length: Math.min(40, count - done) }, (_, index): Edit => {
      return { kind: 'win', row: { id: `many-${done + index}` }, set: { day: '2026-11-23', of: 'onTime', note: 'n' } };
    });
    const result = await ledger.commit(edits);
    if (!result.ok) throw new Error(result.error.type);
  }
  ledger.close();
}

const quickKdf: Kdf = async (passphrase, salt, cost) =>
  passphraseKey(reveal(passphrase), salt, { ...cost, m: 8 * 1024, t: 1 });
const tools: LockTools = { kdf: quickKdf, minutes: 10 };

/** The ledger behind `way`: a passphrase, or `none`. Nothing when it does not open. */
async function behind(way: string): Promise<Ledger | undefined> {
  const connection = connectHere();
  const here = surroundingsHere(connection, { witness: noWitness, keyPlace: keyInMemory() });
  const lock = await lockState(connection);
  if (!lock.ok) throw new Error(lock.error.type);
  if (lock.value.locked !== (way !== 'none')) return undefined;
  if (way !== 'none') {
    const unlocked = await unlock(here, { by: 'passphrase', passphrase: redact(way) }, tools);
    if (!unlocked.ok && unlocked.error.type === 'wrong') return undefined;
    if (!unlocked.ok) throw new Error(unlocked.error.type);
  }
  const ledger = await openLedger(here);
  if (!ledger.ok) throw new Error(ledger.error.type);
  return ledger.value;
}

/** Moves the vault from one way in to another; answers how many milliseconds that took. */
export async function relock(from: string, to: string): Promise<number> {
  const begun = performance.now();
  const ledger = await behind(from);
  if (!ledger) throw new Error('it does not open');
  const wish =
    to === 'none' ? { lock: 'none' as const } : { lock: 'locked' as const, passphrase: redact(to), recipients: [] };
  const changed = await ledger.changeLock(wish, { ...tools, batch: 40 });
  if (!changed.ok) throw new Error(changed.error.type);
  ledger.close();
  return performance.now() - begun;
}

/** How many wins there are behind a way in, having written one thing and taken it back. */
export async function winsBehind(way: string): Promise<number | undefined> {
  const ledger = await behind(way);
  if (!ledger) return undefined;
  const wins = await ledger.list('win');
  const proof = await ledger.saveDraft('proof', { body: 'it can be written to' });
  ledger.close();
  if (!wins.ok || !proof.ok) throw new Error('it cannot be read or written');
  return wins.value.length;
}

/** How many records of the diary come up when they are asked for, in the two ways that the product asks. */
export async function diary(last: string): Promise<number[]> {
  const { ledger } = await open();
  const day = parseLocalDay(last) as LocalDay;
  const listings = await Promise.all([ledger.list('win'), ledger.list('win', { day })]);
  ledger.close();
  return listings.map((rows) => (rows.ok ? rows.value.length : 0));
}
