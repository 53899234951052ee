// The lock as a person uses it: turned on from the settings, opened, closed. The pages may be of the extension or the web
// app.

import { expect, type Page } from '@playwright/test';

export const passphrase = 'four ordinary words here';

/** The first of the two steps, on the page of the lock. */
export async function turnOnFrom(page: Page, words = passphrase): Promise<string> {
  await page.getByLabel('Passphrase', { exact: true }).fill(words);
  await page.getByLabel('The same again').fill(words);
  await page.getByRole('button', { name: 'Go on' }).click();
  return page.locator('.lock-code').innerText();
}

/** Goes the way of a person from the settings to the last press; answers with the recovery code. */
export async function prepareLock(page: Page, journal: string, words = passphrase): Promise<string> {
  await page.goto(`${journal}#/settings`);
  await page.getByRole('button', { name: 'Turn on a lock' }).click();
  const code = await turnOnFrom(page, words);
  await page.getByLabel('Now type it from the paper').fill(code.toLowerCase().replaceAll('-', ' '));
  return code;
}

/** Ends in the settings, unlocked; answers with the recovery code. `journal`: address of the journal application. */
export async function turnOnLock(page: Page, journal: string, words = passphrase): Promise<string> {
  const code = await prepareLock(page, journal, words);
  await page.getByRole('button', { name: 'Turn on a lock' }).click();
  const lock = page.getByRole('button', { name: 'Lock now' });
  const locked = page.getByRole('heading', { name: 'Locked' });
  await expect(lock.or(locked)).toBeVisible({ timeout: 15_000 });
  if (await locked.isVisible()) await unlockBy(page, words); // the web app has the key in the memory of one page, which was loaded again
  await expect(lock).toBeVisible({ timeout: 15_000 });
  return code;
}

export async function lockNow(page: Page, journal: string): Promise<void> {
  await page.goto(`${journal}#/settings`);
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
}

export async function unlockBy(page: Page, words = passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByText('One moment.')).toHaveCount(0, { timeout: 20_000 }); // a busy machine is slow at it
}
