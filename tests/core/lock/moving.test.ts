// While a vault moves nothing may be written into the place that is being left, and nobody leaves it before the new place
// was read again.

import { catchEdit } from '@core/store/caught.ts';
import { openLedger } from '@core/store/ledger.ts';
import type { LockWish } from '@core/store/lock.ts';
import { typed } from '@core/store/typed-connection.ts';
import { afterEach, expect, test } from 'vitest';
import { freshName, must, surroundings } from '../../support/vault-rig.ts';
import { createOrigin, tools, win, words } from './rig.ts';

const locked: LockWish = { lock: 'locked', passphrase: words('a quiet place'), recipients: [] };
const moving = { ok: false, error: { type: 'moving' } };

const realPut = IDBObjectStore.prototype.put;
afterEach(() => {
  IDBObjectStore.prototype.put = realPut;
});

test('every way to write is closed while a vault is being moved', async () => {
  const origin = createOrigin();
  const ledger = await origin.open();
  must(await ledger.commit([win('a')]));
  must(await ledger.changeLock(locked, tools));
  const again = await origin.open();
  const here = origin.page();
  must(await here.connection.use((db) => typed(db).put('meta', { to: 3 }, 'moving')));
  expect(await again.commit([win('b')])).toEqual(moving);
  expect(await again.saveDraft('entry', { body: 'x' })).toEqual(moving);
  expect(await catchEdit(here.connection, win('c'), here.random)).toEqual(moving);
  must(await here.connection.use((db) => typed(db).delete('meta', 'moving')));
  must(await again.commit([win('b')]));
  again.close();
  here.connection.close();
});

test('what was written meanwhile by a page that did not know is refused, and is not in the new place either', async () => {
  const origin = createOrigin();
  const [mover, writer] = [await origin.open(), await origin.open()];
  for (let count = 0; count < 20; count++) must(await mover.commit([win(`before-${count}`)]));
  const answers: unknown[] = [];
  const changed = await mover.changeLock(locked, {
    ...tools,
    batch: 5,
    onProgress: () => void writer.commit([win(`during-${answers.length}`)]).then((answer) => answers.push(answer)),
  });
  must(changed);
  await expect.poll(() => answers.length).toBeGreaterThan(3);
  const ledger = await origin.open();
  const stored = must(await ledger.list('win')).map(({ id }) => id);
  expect(stored.filter((id) => id.startsWith('before-'))).toHaveLength(20);
  const told = answers.filter((answer) => (answer as { ok: boolean }).ok).length;
  expect(stored.filter((id) => id.startsWith('during-'))).toHaveLength(told);
  ledger.close();
  writer.close();
});

test.each(['altered', 'left out'] as const)(
  'a record that is %s on the way leaves the old place standing',
  async (how) => {
    const origin = createOrigin();
    const ledger = await origin.open();
    for (const id of ['a', 'b', 'c']) must(await ledger.commit([win(id)]));
    IDBObjectStore.prototype.put = function (value: unknown, ...key) {
      const { id, box } = Object(value) as { id?: string; box?: ArrayBuffer };
      const there = this.name === 'rows' && this.transaction.db.name.endsWith('-2') && id === 'b';
      if (there && how === 'left out') return realPut.call(this, { ...Object(value), id: 'c' }, ...key);
      return realPut.call(this, there && box ? { ...Object(value), box: box.slice(1) } : value, ...key);
    };
    expect((await ledger.changeLock(locked, tools)).ok).toBe(false);
    IDBObjectStore.prototype.put = realPut;
    const again = await origin.open();
    expect(must(await again.list('win')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await origin.places.list()).toEqual([1]);
    must(await again.commit([win('d')]));
    again.close();
  },
);

test.each([
  ['the record of another key', 'replaced'],
  ['nothing', 'gone'],
])('a page whose connection opens again and finds %s reads and writes nothing there', async (found, type) => {
  const [mine, other] = [freshName(), freshName()];
  let database = mine;
  const rig = surroundings({ connection: { place: async () => ({ indexedDB, database }) } });
  const ledger = must(await openLedger(rig));
  must(await ledger.commit([win('a')]));
  if (found !== 'nothing') {
    const stranger = must(await openLedger(surroundings({ name: other })));
    must(await stranger.commit([win('b')]));
    stranger.close();
  }
  database = other;
  rig.connection.close();
  const refused = { ok: false, error: { type } };
  expect(await ledger.list('win')).toEqual(refused);
  expect(await ledger.commit([win('c')])).toEqual(refused);
  expect(await ledger.saveDraft('entry', { body: 'x' })).toEqual(refused);
  ledger.close();
});
