import type { LocalDay } from '@core/kernel/local-day.ts';
import { createConnection } from '@core/vault/connection.ts';
import { type Migration, migrations } from '@core/vault/migrations/run.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import { describe, expect, test, vi } from 'vitest';
import { freshName, memoryWitness, must, openRig, type RigOptions } from '../support/vault-rig.ts';

// A database that could not be brought to this version: all of it can be read, and nothing is half-written to it. Runs
// on fake-indexeddb and, in a real Chromium, on both of its IndexedDB engines.

const day = '2026-11-23' as LocalDay;
const win = (id: string) => ({ kind: 'win', row: { id }, set: { day, of: 'onTime' } });
const upgrade = { ok: false, error: { type: 'upgrade' } };

const next = (up: Migration['up']): Migration => ({ version: migrations.length + 1, up });
const throwing = next((db) => {
  db.createObjectStore('half');
  throw new Error('half-way');
});
const withoutRoom = next(() => {
  throw new DOMException('no room', 'QuotaExceededError');
});
/** Fails as a browser does whose disk fills up while the rows are rewritten: no step throws. */
const abortedLater = next((_db, transaction) => {
  transaction.objectStore('meta').get('header').onsuccess = () => transaction.abort();
});
const working = next((db) => void db.createObjectStore('more'));

/** A record of one win and one draft, made by the version before; answers how to open it with one more step. */
async function recorded() {
  const shared: RigOptions = { name: freshName(), witness: memoryWitness() };
  const ledger = await openRig(shared);
  must(await ledger.commit([win('a')]));
  must(await ledger.saveDraft('entry', { body: 'Half a sent' }));
  ledger.close();
  return (step: Migration, more: Partial<RigOptions['connection']> = {}) =>
    openRig({ ...shared, connection: { steps: [...migrations, step], ...more } });
}

describe.each([
  ['a step that throws', throwing],
  ['a step without room', withoutRoom],
  ['an upgrade that the browser takes back', abortedLater],
])('after %s', (_what, step) => {
  test('everything can be read, and each write is refused whole', async () => {
    const open = await recorded();
    const onBehind = vi.fn();
    const ledger = await open(step, { onBehind });
    expect(onBehind.mock.calls).toEqual([[true]]);
    expect(await ledger.commit([win('b')])).toEqual(upgrade);
    expect(await ledger.commit([win('c')], { draft: 'entry' })).toEqual(upgrade);
    expect(await ledger.saveDraft('other', { body: 'x' })).toEqual(upgrade);
    expect(await ledger.dropDraft('entry')).toEqual(upgrade);
    expect(must(await ledger.list('win')).map(({ id }) => id)).toEqual(['a']);
    expect(must(await ledger.drafts()).map(({ key }) => key)).toEqual(['entry']);
    expect(must(await ledger.revision())).toBe(1);
    expect(must(await ledger.today())).toBeDefined();
    ledger.close();
  });
});

test('a failed upgrade is tried once by a page, also when the page has to open the database again', async () => {
  const open = await recorded();
  const up = vi.fn(throwing.up);
  const ledger = await open(next(up));
  for (let again = 0; again < 3; again++) expect(await ledger.commit([win('b')])).toEqual(upgrade);
  ledger.close(); // as when the browser takes the connection away: the next use opens a new one
  expect(must(await ledger.list('win'))).toHaveLength(1);
  expect(await ledger.commit([win('b')])).toEqual(upgrade);
  expect(up).toHaveBeenCalledTimes(1);
  ledger.close();
});

test('a page that can only read gives way to one that upgrades, and writes as soon as that has worked', async () => {
  const open = await recorded();
  const onBehind = vi.fn();
  const onReplaced = vi.fn();
  const reading = await open(throwing, { onBehind, onReplaced });
  expect(await reading.commit([win('b')])).toEqual(upgrade);
  const upgraded = await open(working);
  must(await reading.commit([win('b')]));
  expect(onBehind.mock.calls).toEqual([[true], [false]]);
  expect(onReplaced).not.toHaveBeenCalled();
  expect(must(await upgraded.list('win'))).toHaveLength(2);
  reading.close();
  upgraded.close();
});

test('a page that can only read stays so while other pages fail as well', async () => {
  const open = await recorded();
  const one = await open(throwing);
  const other = await open(throwing);
  for (const ledger of [one, other, one]) {
    expect(must(await ledger.list('win'))).toHaveLength(1);
    expect(await ledger.commit([win('b')])).toEqual(upgrade);
  }
  one.close();
  other.close();
});

test('a page that can only read says so when a still newer version has taken over', async () => {
  const name = freshName();
  must(await openDatabase({ factory: indexedDB, name })).close();
  const connection = createConnection({ place: async () => globalThis, name, steps: [...migrations, throwing] });
  expect(await connection.use(async () => 'read')).toEqual({ ok: true, value: 'read' });
  const third: Migration = { version: migrations.length + 2, up: () => {} };
  const newer = must(await openDatabase({ factory: indexedDB, name, steps: [...migrations, working, third] }));
  expect(await connection.use(async () => 'read')).toEqual({ ok: false, error: { type: 'newer' } });
  newer.close();
});

test('where nothing was ever stored, the first step that fails is told as it is, and nothing is founded', async () => {
  const name = freshName();
  const broken: Migration = {
    version: 1,
    up() {
      throw new Error('no');
    },
  };
  const connection = createConnection({ place: async () => globalThis, name, steps: [broken] });
  expect(await connection.use(async () => 1)).toEqual(upgrade);
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
});
