import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { netLogFlag, requestedAddresses } from '../support/net-log.ts';
import { extensionOrigin, openProfile } from '../support/profile.ts';

// Chromium writes down all that its network service does. A session of use must leave nothing there but the web app's
// own files.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

test('a full session makes no request other than for the files of the web app', async ({ baseURL }) => {
  const info = test.info();
  const log = info.outputPath('net-log.json');
  const context = await openProfile(info.outputPath('profile'), { extension, flags: [netLogFlag(log)] });
  const origin = await extensionOrigin(context);
  const page = await context.newPage();

  for (const app of [`${origin}/journal.html`, `${baseURL}/`]) {
    await page.goto(`${app}#/start`);
    await page.getByRole('radio', { name: 'Just me' }).check();
    await page.getByRole('button', { name: 'Go on' }).click();
    for (const place of [
      'promises',
      'promises/new',
      'promises/edit',
      'wins',
      'wins/add',
      'journal',
      'settings',
      'help',
      'today',
    ]) {
      await page.goto(`${app}#/${place}`);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    }
    await page.goto(`${app}#/journal/write`);
    await page
      .getByRole('textbox', { name: 'Your entry' })
      .fill('A quiet evening. https://example.org/pixel.png ![x](https://example.org/y.png)');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('A quiet evening.').first()).toBeVisible();
  }
  await page.goto('chrome://newtab');
  await page.goto(`${origin}/popup.html`);
  await page.getByRole('combobox').fill('Did what');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Did what I said. Noted.')).toBeVisible();
  await context.close();

  const asked = requestedAddresses(log);
  expect(asked.filter((url) => url.startsWith(`${baseURL}/`)).length, 'the log saw the web app').toBeGreaterThan(3);
  expect(asked.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
});
