// F45: a lock that is turned on, changed or taken away, cut short at every single request to the storage. The old way in
// or the new one opens, never neither, and nothing of the record is missing.

import { openLedger } from '@core/store/ledger.ts';
import { type LockWish, unlock } from '@core/store/lock.ts';
import { tidyPlaces } from '@core/vault/tidy-places.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { must } from '../../support/vault-rig.ts';
import { createOrigin, type Origin, tools, win, words } from './rig.ts';

const locked = (passphrase: string): LockWish => ({ lock: 'locked', passphrase: words(passphrase), recipients: [] });
const open: LockWish = { lock: 'none' };

const cases: [name: string, before: LockWish | undefined, after: LockWish][] = [
  ['turned on', undefined, locked('new')],
  ['changed', locked('old'), locked('new')],
  ['taken away', locked('old'), open],
];

const real = {
  put: IDBObjectStore.prototype.put,
  delete: IDBObjectStore.prototype.delete,
  open: IDBFactory.prototype.open,
  deleteDatabase: IDBFactory.prototype.deleteDatabase,
};

/** From the `n`-th request that changes something on, the browser is dead. Answers how to start it again. */
function killAt(n: number): () => { killed: boolean } {
  let count = 0;
  const mortal = <Call extends (...words: never[]) => unknown>(call: Call): Call =>
    function (this: unknown, ...args: never[]) {
      count += 1;
      if (count >= n) throw new DOMException('killed', 'AbortError');
      return call.apply(this, args);
    } as Call;
  IDBObjectStore.prototype.put = mortal(real.put);
  IDBObjectStore.prototype.delete = mortal(real.delete);
  IDBFactory.prototype.open = mortal(real.open);
  IDBFactory.prototype.deleteDatabase = mortal(real.deleteDatabase);
  return () => {
    revive();
    return { killed: count >= n };
  };
}

function revive(): void {
  IDBObjectStore.prototype.put = real.put;
  IDBObjectStore.prototype.delete = real.delete;
  IDBFactory.prototype.open = real.open;
  IDBFactory.prototype.deleteDatabase = real.deleteDatabase;
}

afterEach(revive);

async function waysThatOpen(origin: Origin): Promise<string[]> {
  const ways: string[] = [];
  for (const way of ['none', 'old', 'new']) {
    const here = origin.page();
    await here.keyPlace.clear();
    if (way !== 'none') {
      const answer = await unlock(here, { by: 'passphrase', passphrase: words(way) }, tools);
      if (!answer.ok || (await here.keyPlace.read()) === undefined) continue;
    }
    const ledger = await openLedger(here);
    if (!ledger.ok) continue;
    ways.push(way);
    expect(must(await ledger.value.list('win')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(must(await ledger.value.drafts()).map(({ fields }) => fields)).toEqual([{ body: 'half' }]);
    must(await ledger.value.commit([win('d')]));
    must(await ledger.value.commit([{ kind: 'win', row: { id: 'd' }, set: { deleted: true } }]));
    ledger.value.close();
  }
  return ways;
}

describe.each(cases)('F45 a lock that is %s, killed', (_name, before, after) => {
  test('at every step: one way in, and everything is there', async () => {
    const seen = new Set<string>();
    for (let step = 1; ; step++) {
      const origin = createOrigin();
      const first = await origin.open();
      for (const id of ['a', 'b', 'c']) must(await first.commit([win(id)]));
      must(await first.saveDraft('entry', { body: 'half' }));
      if (before) must(await first.changeLock(before, tools));
      const ledger = before ? await origin.open() : first;

      const restart = killAt(step);
      const changed = await ledger.changeLock(after, { ...tools, batch: 2 }).catch(() => undefined);
      const { killed } = restart();
      ledger.close();

      const ways = await waysThatOpen(origin);
      expect(ways, `killed at step ${step}`).toHaveLength(1);
      seen.add(ways[0] ?? '');
      if (changed?.ok) expect(ways).toEqual([after.lock === 'none' ? 'none' : 'new']);
      await tidyPlaces(origin.places);
      expect(await origin.places.list(), `killed at step ${step}`).toHaveLength(1);
      expect(await waysThatOpen(origin), `killed at step ${step}, tidied`).toEqual(ways);
      if (!killed) break;
    }
    // Both sides of the switch were met: the test looked where it matters.
    expect(seen.size).toBe(2);
  }, 60_000);
});
