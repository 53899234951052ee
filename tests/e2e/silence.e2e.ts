import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { begin, writeEntry } from '../support/journal.ts';
import { turnOnLock, unlockBy } from '../support/lock-by-hand.ts';
import { netLogFlag, requestedAddresses } from '../support/net-log.ts';
import { extensionOrigin, openProfile } from '../support/profile.ts';

// Chromium writes down all that its network service does. A session of use must leave nothing there but the web app's
// own files.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

// Chromium's own errands (updates, dictionaries, its autofill service), which it runs with any page or none.
const browsersOwn = /^https?:\/\/(?:[\w-]+\.)*(?:google|googleapis|gvt1)\.com\//;

test('A17 P10: a full session, a lock turned on, closed and opened included, makes no request other than for the files of the web app', async ({
  baseURL,
}) => {
  test.setTimeout(120_000);
  const info = test.info();
  const log = info.outputPath('net-log.json');
  const context = await openProfile(info.outputPath('profile'), { extension, flags: [netLogFlag(log)] });
  const origin = await extensionOrigin(context);
  const page = await context.newPage();

  const places = ['promises', 'promises/new', 'promises/edit', 'wins', 'wins/add', 'journal', 'settings', 'today'];
  for (const app of [`${origin}/journal.html`, `${baseURL}/`]) {
    await begin(page, app);
    await page.getByRole('button', { name: 'Kept', exact: true }).click();
    await expect(page.getByText('Did what I said. Noted.')).toBeVisible();
    await writeEntry(
      page,
      'Evening. https://example.org/pixel.png ![x](https://example.org/y.png) <img src="//a.example">',
      app,
    );
    for (const place of [...places, 'help']) {
      await page.goto(`${app}#/${place}`);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    }
    await turnOnLock(page, app);
    await page.getByRole('button', { name: 'Lock now' }).click();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await unlockBy(page, 'not these words');
    await expect(page.getByText('That did not open it.')).toBeVisible({ timeout: 15_000 });
    await unlockBy(page);
    await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible({ timeout: 15_000 });
  }
  await page.goto('chrome://newtab');
  await expect(page.getByText('That is all for today.')).toBeVisible();
  await page.goto(`${origin}/popup.html`);
  await page.getByRole('combobox').fill('Did what');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await context.close();

  const asked = requestedAddresses(log);
  expect(asked.filter((url) => url.startsWith(`${baseURL}/`)).length, 'the log saw the web app').toBeGreaterThan(3);
  expect(asked.filter((url) => !url.startsWith(`${baseURL}/`) && !browsersOwn.test(url))).toEqual([]);
});
