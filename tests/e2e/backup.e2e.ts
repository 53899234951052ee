import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { begin, writeEntry } from '../support/journal.ts';
import { openProfile } from '../support/profile.ts';

/** From the page of backups to a code that counts; answers the code as it is on the paper. */
async function makeCode(page: Page): Promise<string> {
  await page.goto('/#/settings/backup');
  await page.getByRole('button', { name: 'Make a recovery code' }).click();
  const text = (await page.locator('.backup-code').innerText()).replace(/\s/g, '');
  await page.getByLabel('Recovery code').fill(text.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('From now on backups are locked for this code.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  return text;
}

async function download(page: Page, to: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup file' }).first().click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^backup-\d{4}-\d\d-\d\d\.age$/);
  await file.saveAs(to);
  return to;
}

/** As far as the preview, or the sentence that says why not. */
async function openFile(page: Page, file: string, code: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Restore a backup' })).toBeVisible(); // the page before it takes files, too
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Open it' }).click();
}

test('a backup that was downloaded and shown again brings everything back in a new profile (F26, F42)', async ({
  page,
  browser,
  baseURL,
}, info) => {
  await begin(page);
  await writeEntry(page, 'Something that must not be lost.');
  const code = await makeCode(page);
  const file = await download(page, info.outputPath('backup.age'));
  await expect(page.getByText('Nothing is backed up yet.')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(/^Last backup: .*It was opened again and is good\./)).toBeVisible();
  expect(readFileSync(file).includes('must not be lost')).toBe(false);

  const other = await browser.newContext({ ...(baseURL && { baseURL }) });
  const fresh = await other.newPage();
  await fresh.goto('/');
  await fresh.getByRole('button', { name: 'I used Kept before' }).click();
  await fresh.getByRole('button', { name: 'Restore a backup' }).click();
  await openFile(fresh, file, code);
  await expect(fresh.getByText(/^1 promise, 1 entry,? and the settings$/)).toBeVisible();
  await fresh.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(fresh.getByText(/^Restored:/)).toBeVisible();
  await fresh.getByRole('button', { name: 'Go to Today' }).click();
  await expect(fresh.getByText(/^In bed by/).first()).toBeVisible();
  await fresh.goto('/#/journal');
  await fresh.reload();
  await expect(fresh.getByRole('button', { name: 'Something that must not be lost.' })).toBeVisible();

  await fresh.goto('/#/settings/restore');
  await openFile(fresh, file, code);
  await expect(fresh.getByText('Everything in this file is here already.')).toBeVisible();
  await other.close();
});

test('a file that is cut, altered or of another kind gets its sentence, and nothing is written (F41)', async ({
  page,
}, info) => {
  await begin(page);
  const code = await makeCode(page);
  const good = readFileSync(await download(page, info.outputPath('backup.age')));
  await page.goto('/#/settings/restore');
  const altered = Buffer.from(good);
  altered.writeUInt8(altered.readUInt8(altered.length - 30) ^ 1, altered.length - 30);
  const broken = info.outputPath('backup-broken.age');
  for (const bytes of [good.subarray(0, good.length - 100), altered]) {
    writeFileSync(broken, bytes);
    await openFile(page, broken, code);
    await expect(page.getByText('This file is damaged')).toBeVisible();
  }
  writeFileSync(broken, '');
  await page.locator('input[type=file]').setInputFiles(broken);
  await expect(page.getByText('This file is empty.')).toBeVisible();
  writeFileSync(broken, 'PK a zip');
  await page.locator('input[type=file]').setInputFiles(broken);
  await expect(page.getByText('This is not a backup that Kept can open.')).toBeVisible();
  await page.goto('/#/journal');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a chosen folder takes a backup at once, and is remembered after a restart of the browser', async ({
  baseURL,
}, info) => {
  const folder = info.outputPath('profile');
  // A folder of the browser's own stands in for the one that a person picks; no test can press the browser's question.
  const pick = () => {
    const own = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('stick', { create: true });
    Object.assign(globalThis, { showDirectoryPicker: own });
  };
  const names = async (): Promise<string[]> => {
    const stick = await (await navigator.storage.getDirectory()).getDirectoryHandle('stick');
    const found: string[] = [];
    for await (const name of (stick as unknown as { keys(): AsyncIterable<string> }).keys()) found.push(name);
    return found;
  };
  const context = await openProfile(folder);
  await context.addInitScript(pick);
  const page = await context.newPage();
  await begin(page, `${baseURL}/`);
  await page.goto(`${baseURL}/#/settings/backup`);
  await expect(page.getByText('First make a recovery code')).toBeVisible();
  await page.getByRole('button', { name: 'Make a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(await page.locator('.backup-code').innerText());
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText(/^Backed up: the file backup-.*\.age was opened again and is good\./)).toBeVisible();
  expect(await page.evaluate(names)).toEqual([expect.stringMatching(/^backup-\d{4}-\d\d-\d\d\.age$/)]);
  await context.close();

  const again = await openProfile(folder);
  await again.addInitScript(pick);
  const later = await again.newPage();
  await later.goto(`${baseURL}/#/settings/backup`);
  await expect(later.getByText('Into the folder “stick”.')).toBeVisible();
  await expect(later.getByText(/^Last backup:/)).toBeVisible();
  await again.close();
});

test('after a loss a backup is offered, and it fills the new record', async ({ page }, info) => {
  await begin(page);
  const code = await makeCode(page);
  const file = await download(page, info.outputPath('backup.age'));
  await page.goto('/robots.txt');
  await page.evaluate(() =>
    (navigator as unknown as { storageBuckets: { delete(name: string): Promise<void> } }).storageBuckets.delete('main'),
  );
  await page.goto('/');
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await openFile(page, file, code);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByRole('button', { name: 'Go to Today' }).click();
  await expect(page.getByText(/^In bed by/).first()).toBeVisible();
});
