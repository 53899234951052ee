import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { putCoreInto } from '../support/core-in-page.ts';
import { writeEntry } from '../support/journal.ts';

// What a real browser does to a storage, and what the person is then told. Nothing may be wiped, and no text may go.

const words = 'Home by 18:30; if not, I ring by 18:00.';
const today = () => new Date().toLocaleDateString('sv');

/** A page of the product's origin with the core in it, and one promise in the record. */
async function seeded(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/blank.html`);
  await putCoreInto(page);
  await page.evaluate(([text, day]) => core.promise(text, day), [words, today()] as const);
}

test('data of a newer version is named, can be taken out as a file, and stays as it is', async ({ extension }) => {
  const { context, origin } = extension;
  const page = await context.newPage();
  await seeded(page, origin);
  const version = await page.evaluate(() => core.makeNewer());

  const tab = await context.newPage();
  await tab.goto('chrome://newtab');
  await expect(tab.getByText('Your data was made by a newer version')).toBeVisible();
  await tab.goto(`${origin}/journal.html`);
  await expect(tab.getByText('Your data was made by a newer version')).toBeVisible();
  const saving = tab.waitForEvent('download');
  await tab.getByRole('button', { name: 'Save a copy' }).click();
  const copy = await saving;
  expect(copy.suggestedFilename()).toMatch(/^copy-\d{4}-\d\d-\d\d\.json$/);
  const stores = JSON.parse(readFileSync(await copy.path(), 'utf8')) as Record<string, unknown[]>;
  expect(stores['rows']?.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => core.versionNow())).toBe(version);
});

test('data that is cleared under an open page is a loss, on that page and on every later one', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const page = await context.newPage();
  // The witness is written by the product's own pages, so the promise is made on one of them.
  await seeded(page, origin);
  await writeEntry(page, 'Before.', `${origin}/journal.html`);
  await page.goto(`${origin}/journal.html#/journal/write`);
  await page.getByRole('textbox', { name: 'Your entry' }).fill('Typed while it was there.');

  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.evaluate(() => (navigator as never as Buckets).storageBuckets.delete('main'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There was data here before').first()).toBeVisible(); // at the draft and at the form
  await expect(page.getByRole('textbox', { name: 'Your entry' })).toHaveValue('Typed while it was there.');

  const tab = await context.newPage();
  await tab.goto('chrome://newtab');
  await expect(tab.getByText('There was data here before')).toBeVisible();
  await expect(tab.getByText('Begin with one small promise')).toHaveCount(0);
});

interface Buckets {
  storageBuckets: { delete(name: string): Promise<void> };
}

test('a storage that does not answer is named after five seconds, and nothing is wiped', async ({ extension }) => {
  const { context, origin } = extension;
  const page = await context.newPage();
  await seeded(page, origin);
  // A deletion that waits for ever for an open connection makes every later opening wait behind it.
  await page.evaluate(() => core.holdAndDelete());

  const tab = await context.newPage();
  await tab.goto(`${origin}/journal.html`);
  await expect(tab.getByText('The storage of this browser is not answering')).toBeVisible({ timeout: 15_000 });
  expect(await page.evaluate(() => core.heldRows())).toBeGreaterThan(0);
});

test('a full storage refuses an action whole, keeps what was there, and takes it when there is room', async ({
  baseURL,
  page,
}) => {
  const origin = String(baseURL);
  // The quota that a test can set holds for the ordinary place only, which is what browsers without buckets use. The
  // browser remembers for a while how much room there was, so the quota is small from the beginning.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'storageBuckets'));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  await page.goto(`${origin}/robots.txt`);
  await putCoreInto(page);
  const { stored, fault } = await page.evaluate(() => core.writeUntilRefused());
  expect(fault).toBe('full');
  expect(stored).toBeGreaterThan(0);
  expect(await page.evaluate(() => core.census())).toMatchObject({
    whole: { length: stored },
    torn: [],
    brokenLinks: 0,
  });

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await expect.poll(() => page.evaluate(() => core.writeOnce('after')), { timeout: 25_000 }).toBe('stored');
  expect(await page.evaluate(() => core.census())).toMatchObject({ whole: { length: stored + 1 }, torn: [] });
});
