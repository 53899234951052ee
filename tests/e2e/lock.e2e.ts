import { readdirSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab, openPopup } from '../support/extension-pages.ts';
import { expect, test } from './fixtures.ts';

const passphrase = 'four ordinary words here';

/** A record with one promise, and no lock yet. */
async function seed(context: BrowserContext, origin: string): Promise<void> {
  await (await openArchive(context, origin)).write(begun());
}

/** Goes the way of a person from the settings to a lock; answers with the recovery code. */
async function turnOnLock(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/journal.html#/settings`);
  await page.getByRole('button', { name: 'Turn on a lock' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Go on' }).click();
  const code = await page.locator('.lock-code').innerText();
  await page.getByLabel('Now type it from the paper').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Turn on a lock' }).click();
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
  return code;
}

async function unlock(page: Page, words = passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

test('turning on the lock keeps everything, and locking closes every tab within a second', async ({ extension }) => {
  const { context, origin } = extension;
  await seed(context, origin);
  const tab = await openNewTab(context);
  await expect(tab.getByText(home.text)).toBeVisible();
  const journal = await context.newPage();
  await turnOnLock(journal, origin);
  await tab.bringToFront();
  await expect(tab.getByText(home.text)).toBeVisible();

  const second = await openNewTab(context);
  await expect(second.getByText(home.text)).toBeVisible();
  await journal.bringToFront();
  await journal.getByRole('button', { name: 'Lock now' }).click();
  for (const page of [tab, second]) await expect(page.getByText('Locked for now.')).toBeVisible({ timeout: 1000 });
  await expect(journal.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 1000 });
  for (const page of [tab, second, journal]) expect(await page.content()).not.toContain('Home by');
  const popup = await openPopup(context, origin);
  await expect(popup.getByText('Home by')).toHaveCount(0);
  await popup.close();

  await journal.bringToFront();
  await unlock(journal, 'not these words');
  await expect(journal.getByText('That did not open it.')).toBeVisible();
  await unlock(journal);
  await expect(journal.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await second.bringToFront();
  await expect(second.getByText(home.text)).toBeVisible();
});

test('the browser forgets the key when it is closed, and the recovery code opens the lock', async ({ extension }) => {
  const { context, origin } = extension;
  await seed(context, origin);
  const journal = await context.newPage();
  const code = await turnOnLock(journal, origin);
  await journal.evaluate('chrome.storage.session.clear()');
  await journal.reload();
  await expect(journal.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await journal.getByRole('button', { name: 'Use the recovery code' }).click();
  await journal.getByLabel('Recovery code').fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
  await journal.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(journal.getByText('not as it was written down')).toBeVisible();
  await journal.getByLabel('Recovery code').fill(code);
  await journal.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(journal.getByRole('button', { name: 'Lock now' })).toBeVisible();
});

test('a win noted in a locked new tab is in the record after unlocking', async ({ extension }) => {
  const { context, origin } = extension;
  await seed(context, origin);
  const journal = await context.newPage();
  await turnOnLock(journal, origin);
  await journal.getByRole('button', { name: 'Lock now' }).click();
  await expect(journal.getByRole('heading', { name: 'Locked' })).toBeVisible();
  const tab = await openNewTab(context);
  await tab.getByRole('button', { name: 'A small win' }).click();
  await tab.getByRole('combobox').fill('There when I said');
  await tab.keyboard.press('Enter');
  await expect(tab.getByText('Saved. It joins the rest at the next unlocking.')).toBeVisible();
  await journal.bringToFront();
  await unlock(journal);
  await journal.goto(`${origin}/journal.html#/wins`);
  await expect(journal.getByText('There when I said')).toBeVisible();
});

test('P15: erasing everything leaves an ordinary first run', async ({ extension }) => {
  const { context, origin } = extension;
  await seed(context, origin);
  const journal = await context.newPage();
  await journal.goto(`${origin}/journal.html#/settings`);
  await journal.getByRole('button', { name: 'Erase everything' }).click();
  await journal.getByRole('button', { name: 'Erase everything now' }).click();
  await expect(journal.getByText('Type “erase” to go on')).toBeVisible();
  await journal.getByLabel('To go on, type: erase').fill('Erase');
  await journal.getByRole('button', { name: 'Erase everything now' }).click();
  await expect(journal.getByRole('heading', { name: 'Small promises, kept' })).toBeVisible();
  expect(readdirSync(test.info().outputPath('profile'))).toContain('Default');
});
