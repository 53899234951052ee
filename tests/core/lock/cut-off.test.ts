import { openLedger } from '@core/store/ledger.ts';
import { unlock } from '@core/store/lock.ts';
import { rescueDraft } from '@core/store/rescue.ts';
import { typed } from '@core/store/typed-connection.ts';
import { prolong } from '@core/vault/hold-key.ts';
import { keyInMemory } from '@core/vault/key-place.ts';
import { describe, expect, test } from 'vitest';
import { must } from '../../support/vault-rig.ts';
import { createOrigin, tools, win, words } from './rig.ts';

const wish = { lock: 'locked', passphrase: words('a quiet place'), recipients: [] } as const;
const draft = { key: 'entry', fields: { body: 'the last words' }, savedAt: 2_000_000_000_000 };

describe('a page that is cut off from its vault', () => {
  test('hands its last words over to the new place while that is open', async () => {
    const origin = createOrigin();
    must(await (await origin.open()).changeLock(wish, tools));
    must(await rescueDraft(origin.page(), draft));
    expect(must(await (await origin.open()).drafts())).toEqual([draft]);
  });

  test('without the key too: they are sealed, and a draft after the next unlocking', async () => {
    const origin = createOrigin();
    must(await (await origin.open()).changeLock(wish, tools));
    const keyless = origin.page({ keyPlace: keyInMemory() });
    must(await rescueDraft(keyless, draft));
    const stored = must(await keyless.connection.use((db) => typed(db).getAll('meta')));
    expect(JSON.stringify(stored)).not.toContain('the last words');
    const ledger = await origin.open();
    expect(must(await ledger.drafts())).toEqual([draft]);
    expect(must(await ledger.drafts())).toEqual([draft]); // taken in once
  });

  test('older words do not take the place of newer ones', async () => {
    const origin = createOrigin();
    const ledger = await origin.open();
    must(await ledger.saveDraft('entry', { body: 'newer' }));
    must(await ledger.changeLock(wish, tools));
    must(await rescueDraft(origin.page({ keyPlace: keyInMemory() }), { ...draft, savedAt: 1 }));
    expect(must(await (await origin.open()).drafts()).map(({ fields }) => fields)).toEqual([{ body: 'newer' }]);
  });
});

describe('a change of the lock that does not work', () => {
  test('leaves the vault to be written to, where the browser gives no new place', async () => {
    const origin = createOrigin();
    const place = origin.page();
    const refusing = {
      ...origin.places,
      open: (number: number) =>
        number === 1 ? origin.places.open(1) : Promise.reject(new DOMException('', 'QuotaExceededError')),
    };
    const ledger = await origin.open({ ...place, places: async () => refusing });
    expect(await ledger.changeLock(wish, tools)).toEqual({ ok: false, error: { type: 'full' } });
    must(await ledger.commit([win('after')]));
  });

  test('leaves nothing to be written to where two places may count; the next opening settles it', async () => {
    const origin = createOrigin();
    const stuck = { ...origin.places, remove: () => Promise.reject(new DOMException('', 'UnknownError')) };
    const failing = {
      ...stuck,
      open: (number: number) => (number === 1 ? origin.places.open(1) : Promise.reject(new Error('no'))),
    };
    const ledger = await origin.open({ ...origin.page(), places: async () => failing });
    expect((await ledger.changeLock(wish, tools)).ok).toBe(false);
    expect((await ledger.commit([win('late')])).ok).toBe(false);
    ledger.close();
    must(await (await origin.open()).commit([win('after')]));
  });
});

test('a sign of the person does not bring back a key that was taken away meanwhile', async () => {
  const origin = createOrigin();
  must(await (await origin.open()).changeLock(wish, tools));
  const { keyPlace, clock } = origin.page();
  await Promise.all([keyPlace.clear(), prolong(keyPlace, clock.now(), 10)]);
  expect(await keyPlace.read()).toBeUndefined();
  expect(await openLedger(origin.page())).toEqual({ ok: false, error: { type: 'locked' } });
  must(await unlock(origin.page(), { by: 'passphrase', passphrase: words('a quiet place') }, tools));
});
