import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { begin, writeEntry } from '../support/journal.ts';
import { openProfile } from '../support/profile.ts';

/** The first run, with the service worker in charge. */
async function beginInstalled(page: Page) {
  await begin(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test('works offline after the first visit, writing included', async ({ page, context }) => {
  await beginInstalled(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(page.getByText('Did what I said. Noted.')).toBeVisible();
  await writeEntry(page, 'Written without a network.');
  for (const place of ['promises', 'wins', 'wins/add', 'wins/notice', 'settings', 'help', 'journal']) {
    await page.goto(`/#/${place}`);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await expect(page.getByRole('button', { name: 'Written without a network.' })).toBeVisible();
});

test('the way out works offline, and covers the page', async ({ page, context }) => {
  await beginInstalled(page);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Hide this page' }).click();
  await expect(page).toHaveURL(/blank\.html$/);
  expect((await page.locator('body').innerText()).trim()).toBe('');
});

test('an update waits until the person asks, never comes over unsaved words, and tells the other tabs', async ({
  page,
  context,
}) => {
  const worker = 'dist/pwa/sw.js';
  const original = readFileSync(worker, 'utf8');
  await beginInstalled(page);
  const other = await context.newPage();
  await other.goto('/#/wins');
  await expect(other.getByRole('button', { name: 'Add a win' })).toBeVisible();
  await page.goto('/#/journal/write');
  await page.getByLabel('Your entry').fill('Half a sentence');
  try {
    writeFileSync(worker, `${original}\n// ${Date.now()}`);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(page.getByText('It waits until what you are writing is saved or closed.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Update now' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Save' }).click();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Update now' }).click();
    await reloaded;
    await expect(page.getByRole('button', { name: 'Half a sentence' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Update now' })).toHaveCount(0);
    await expect(other.getByText('Kept was updated in another tab.')).toBeVisible();
  } finally {
    writeFileSync(worker, original);
  }
});

test('what stands on the screen survives a crash of the page', async ({ baseURL }, info) => {
  const context = await openProfile(info.outputPath('profile'));
  try {
    const page = await context.newPage();
    await page.goto(`${baseURL}/#/journal/write`);
    await page.getByRole('radio', { name: 'Just me' }).check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.goto(`${baseURL}/#/journal/write`);
    await page.getByLabel('Your entry').fill('Half a sent');
    await page.waitForTimeout(400); // the pause after the last key, and a little
    const devtools = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void devtools.send('Page.crash').catch(() => {}); // it never answers
    await crashed;
    const again = await context.newPage();
    await again.goto(`${baseURL}/`);
    await expect(again.getByText(/An unfinished entry from .* is waiting/)).toBeVisible();
    await again.getByRole('button', { name: 'Continue' }).click();
    await expect(again.getByLabel('Your entry')).toHaveValue('Half a sent');
  } finally {
    await context.close();
  }
});

test('Chromium finds nothing that would stop an install', async ({ baseURL }, info) => {
  // On a profile, because an ordinary Playwright context always answers `in-incognito`.
  const context = await openProfile(info.outputPath('profile'));
  try {
    const page = await context.newPage();
    await page.goto(`${baseURL}/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const devtools = await context.newCDPSession(page);
    expect((await devtools.send('Page.getAppManifest')).errors).toEqual([]);
    expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  } finally {
    await context.close();
  }
});

test('neither policy nor Trusted Types has anything to refuse', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|Trusted Type/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  await beginInstalled(page);
  await writeEntry(page, '<img src=x onerror=alert(1)>');
  await page.goto('/#/settings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(refused).toEqual([]);
});
