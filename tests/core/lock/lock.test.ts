import { parseLocalDay } from '@core/kernel/local-day.ts';
import { redact } from '@core/kernel/redacted.ts';
import { catchEdit } from '@core/store/caught.ts';
import { eraseEverything } from '@core/store/erase.ts';
import { openLedger } from '@core/store/ledger.ts';
import { lockState, recipientsOf, unlock } from '@core/store/lock.ts';
import { typed } from '@core/store/typed-connection.ts';
import { parseHeader } from '@core/vault/keys.ts';
import { readToday } from '@core/vault/read-today.ts';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { must } from '../../support/vault-rig.ts';
import { createOrigin, tools, win, words } from './rig.ts';

const day = must({ ok: true, value: parseLocalDay('2026-11-23') ?? ('' as never) });
const wish = (passphrase = 'a quiet place', recipients = [] as never[]) => ({
  lock: 'locked' as const,
  passphrase: words(passphrase),
  recipients,
});

async function lockedOrigin(passphrase = 'a quiet place') {
  const origin = createOrigin();
  const ledger = await origin.open();
  must(await ledger.commit([win('before')]));
  must(await ledger.saveDraft('entry', { body: 'half a line' }));
  must(await ledger.changeLock(wish(passphrase), tools));
  return origin;
}

describe('turning the lock on', () => {
  test('keeps every record and draft, and leaves the page that did it unlocked', async () => {
    const origin = await lockedOrigin();
    const ledger = await origin.open();
    expect(must(await ledger.list('win')).map(({ id }) => id)).toEqual(['before']);
    expect(must(await ledger.drafts()).map(({ fields }) => fields)).toEqual([{ body: 'half a line' }]);
    must(await ledger.commit([win('after')]));
    expect(must(await ledger.revision())).toBe(3); // one action, the base link of the move, one action
    ledger.close();
  });

  test('takes the old place away', async () => {
    const origin = await lockedOrigin();
    expect(await origin.places.list()).toEqual([2]);
  });

  test('leaves no key on the disk', async () => {
    const origin = await lockedOrigin();
    const here = origin.page();
    const header = parseHeader(must(await here.connection.use((db) => typed(db).get('meta', 'header'))));
    expect(header?.lock).toBe('locked');
    expect(header).not.toHaveProperty('key');
    here.connection.close();
  });

  test('a page that was open before is told to load itself again, and reads and writes nothing', async () => {
    const origin = createOrigin();
    const old = await origin.open();
    const ledger = await origin.open();
    must(await ledger.changeLock(wish(), tools));
    expect(await old.commit([win('late')])).toEqual({ ok: false, error: { type: 'replaced' } });
    expect(await old.list('win')).toEqual({ ok: false, error: { type: 'replaced' } });
    expect(await old.saveDraft('entry', {})).toEqual({ ok: false, error: { type: 'replaced' } });
    old.close();
  });
});

describe('a locked vault', () => {
  test('opens for nobody without its key, and says so', async () => {
    const origin = await lockedOrigin();
    const here = origin.page();
    await here.keyPlace.clear();
    expect(await openLedger(here)).toEqual({ ok: false, error: { type: 'locked' } });
    expect(await readToday(here, day)).toEqual({ type: 'fault', fault: { type: 'locked' } });
    here.connection.close();
  });

  test('opens by its passphrase, however the accents were typed, and by no other', async () => {
    const origin = await lockedOrigin('caf\u00e9 at six');
    const here = origin.page();
    await here.keyPlace.clear();
    const by = (passphrase: string) => unlock(here, { by: 'passphrase', passphrase: words(passphrase) }, tools);
    expect(await by('cafe at six')).toEqual({ ok: false, error: { type: 'wrong' } });
    expect((await openLedger(here)).ok).toBe(false);
    must(await by('cafe\u0301 at six'));
    const ledger = await origin.open(here);
    expect(must(await ledger.list('win'))).toHaveLength(1);
    ledger.close();
  });

  test('opens by a recovery code or passkey that was given to it, also after the passphrase was changed', async () => {
    const origin = createOrigin();
    const ledger = await origin.open();
    const identity = await generateX25519Identity();
    const recipient = { kind: 'recovery' as const, recipient: await identityToRecipient(identity) };
    must(await ledger.changeLock({ ...wish(), recipients: [recipient] }, tools));
    const again = await origin.open();
    const state = must(await lockState(origin.page().connection));
    must(await again.changeLock({ ...wish('another one'), recipients: recipientsOf(state) }, tools));
    const here = origin.page();
    await here.keyPlace.clear();
    must(await unlock(here, { by: 'recovery', identity: redact(identity) }, tools));
    (await origin.open(here)).close();
    const old = await unlock(here, { by: 'passphrase', passphrase: words('a quiet place') }, tools);
    expect(old).toEqual({ ok: false, error: { type: 'wrong' } });
    const other = await unlock(here, { by: 'recovery', identity: redact(await generateX25519Identity()) }, tools);
    expect(other).toEqual({ ok: false, error: { type: 'wrong' } });
  });

  test('one more way in is added without moving', async () => {
    const origin = await lockedOrigin();
    const ledger = await origin.open();
    const identity = await generateX25519Identity();
    must(await ledger.addWay({ kind: 'recovery', recipient: await identityToRecipient(identity) }));
    expect(await origin.places.list()).toEqual([2]);
    const here = origin.page();
    await here.keyPlace.clear();
    must(await unlock(here, { by: 'recovery', identity: redact(identity) }, tools));
    ledger.close();
  });

  test('is open for as long as was said, and not after that', async () => {
    const origin = await lockedOrigin();
    const at = origin.page();
    const later = { ...at, clock: { ...at.clock, now: () => at.clock.now() + 10 * 60_000 } };
    expect((await openLedger(later)).ok).toBe(false);
    expect(await at.keyPlace.read()).toBeUndefined();
    at.connection.close();
  });

  test('a clock that was set back closes it', async () => {
    const origin = await lockedOrigin();
    const at = origin.page();
    expect((await openLedger({ ...at, clock: { ...at.clock, now: () => 0 } })).ok).toBe(false);
    at.connection.close();
  });
});

describe('while it is locked', () => {
  test('a small win is caught, unreadable, and part of the record after the next unlocking', async () => {
    const origin = await lockedOrigin();
    const here = origin.page();
    const key = await here.keyPlace.read();
    await here.keyPlace.clear();
    must(await catchEdit(here.connection, win('caught', 'Held the door'), here.random));
    const stored = must(await here.connection.use((db) => typed(db).getAll('meta')));
    expect(JSON.stringify(stored)).not.toContain('door');
    await here.keyPlace.write(key as never);
    const ledger = await origin.open(here);
    expect(must(await ledger.get('caught'))?.fields['note']).toBe('Held the door');
    const left = must(await here.connection.use((db) => typed(db).getAllKeys('meta')));
    expect(left.filter((name) => name.startsWith('caught/'))).toEqual([]);
    ledger.close();
  });

  test('a message that somebody forged is left where it is and harms nothing', async () => {
    const origin = await lockedOrigin();
    const here = origin.page();
    const forged = { from: new Uint8Array(65), nonce: new Uint8Array(12), box: new ArrayBuffer(32) };
    must(await here.connection.use((db) => typed(db).put('meta', forged as never, 'caught/x')));
    const ledger = await origin.open(here);
    expect(must(await ledger.list('win'))).toHaveLength(1);
    ledger.close();
  });

  test('an edit of another kind is not taken in', async () => {
    const origin = await lockedOrigin();
    const here = origin.page();
    must(await catchEdit(here.connection, { ...win('x'), kind: 'settings' }, here.random));
    const ledger = await origin.open(here);
    expect(must(await ledger.list('settings'))).toEqual([]);
    ledger.close();
  });
});

describe('taking the lock away', () => {
  test('opens without a key again, under a new one', async () => {
    const origin = await lockedOrigin();
    must(await (await origin.open()).changeLock({ lock: 'none' }, tools));
    const here = origin.page();
    expect(await here.keyPlace.read()).toBeUndefined();
    const ledger = await origin.open(here);
    expect(must(await ledger.list('win'))).toHaveLength(1);
    expect(await origin.places.list()).toEqual([3]);
    ledger.close();
  });
});

describe('erasing everything', () => {
  test('leaves no place, no key and no witness: the next opening is a first one', async () => {
    const origin = await lockedOrigin();
    const here = origin.page();
    must(await eraseEverything(origin.places, here));
    expect(await origin.places.list()).toEqual([]);
    expect(await here.witness.read()).toBeUndefined();
    const ledger = await origin.open();
    expect(must(await ledger.list('win'))).toEqual([]);
    ledger.close();
    here.connection.close();
  });

  test('cut short, it leaves everything to be erased again, and nothing is called lost', async () => {
    const origin = await lockedOrigin();
    const stuck = { ...origin.places, remove: () => Promise.reject(new DOMException('', 'UnknownError')) };
    expect((await eraseEverything(stuck, origin.page())).ok).toBe(false);
    const here = origin.page();
    must(await unlock(here, { by: 'passphrase', passphrase: words('a quiet place') }, tools));
    const ledger = await origin.open(here);
    expect(must(await ledger.list('win'))).toHaveLength(1);
    ledger.close();
  });
});
