import { sourceHere } from '@app/face/source-here.ts';
import { createHostHere } from '@app/host-here.ts';
import { createLanguage } from '@app/language.ts';
import { App } from '@app/mount.tsx';
import { settingsEdit } from '@core/domain/settings.ts';
import { systemClock } from '@core/kernel/clock.ts';
import { addDays, today } from '@core/kernel/local-day.ts';
import { connectHere, surroundingsHere } from '@core/store/here.ts';
import { openLedger } from '@core/store/ledger.ts';
import { keyInMemory } from '@core/vault/key-place.ts';
import { stores } from '@core/vault/migrations/0001-stores.ts';
import type { Migration } from '@core/vault/migrations/run.ts';
import type { Witness } from '@core/vault/witness.ts';
import en from '@i18n/en.json';
import { createWords } from '@i18n/translate.ts';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { live } from '../../../extension/entrypoints/newtab/live.tsx';
import { newTabHtml, putShell } from '../../support/face-page.tsx';
import { must } from '../../support/must.ts';
import { button, press } from '../../support/open-app.tsx';
import { promised } from '../../support/records.ts';

// The pages of the product on the real storage of the browser under test, after an upgrade that did not work.

const steps = vi.hoisted((): Migration[] => []);
vi.mock('@core/vault/migrations/run.ts', async (original) => ({ ...(await original<object>()), migrations: steps }));

const day = today(systemClock);
const words = 'Home by 18:30; if not, I ring by 18:00.';
const refusal = String(en['fault.upgrade']);
const witness: Witness = {
  read: async () => undefined,
  write: async () => {},
  retire: async () => {},
  forget: async () => {},
};
const keepers = { witness, keyPlace: keyInMemory() };
const broken: Migration = {
  version: 2,
  up() {
    throw new Error('half-way');
  },
};
const wipe = () => (navigator as never as Buckets).storageBuckets.delete('main');

interface Buckets {
  storageBuckets: { delete(name: string): Promise<void> };
}

/** One promise for today, stored by the version before. */
beforeEach(async () => {
  await wipe();
  steps.splice(0, 2, stores);
  const ledger = must(await openLedger(surroundingsHere(connectHere(), keepers)));
  must(await ledger.commit([settingsEdit({ started: true, glance: 'own' })]));
  must(await ledger.commit(promised('home', words, { startsOn: day, endsOn: addDays(day, 6) }, day)));
  ledger.close();
  steps.push(broken);
});
afterEach(async () => {
  document.body.replaceChildren();
  await new Promise((done) => setTimeout(done, 300)); // what a page fetches by itself is to be at rest
  await wipe();
});

test('the journal shows what is there, says that nothing can be kept, and leaves what is typed on the screen', async () => {
  history.replaceState(null, '', '#/today');
  const place = document.body.appendChild(document.createElement('div'));
  render(<App host={createHostHere({ platform: 'extension', ...keepers })} language={createLanguage(['en'])} />, place);
  await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(page.getByText(refusal)).toBeVisible();
  await expect.element(button('Save a copy of what is stored')).toBeVisible();
  location.hash = '#/journal/write';
  await page.getByLabelText('Your entry').fill('Only here.');
  await press('Save');
  await expect.poll(() => page.getByText(refusal).elements().length).toBeGreaterThan(1);
  await expect.element(page.getByLabelText('Your entry')).toHaveValue('Only here.');
  render(null, place);
});

test('a new tab shows today and says that nothing can be kept', async () => {
  putShell(newTabHtml);
  const root = document.querySelector('#face') ?? document.body;
  const source = sourceHere({ ...keepers, locale: 'en' });
  const sight = await source.read(day);
  live({ root, seen: { sight, day }, source, clock: systemClock, words: createWords('en', en) });
  await expect.element(page.getByRole('heading', { name: words })).toBeVisible();
  await expect.element(page.getByText(refusal)).toBeVisible();
  await press('Not kept');
  await expect.element(page.getByText(refusal)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: words })).toBeVisible();
});
