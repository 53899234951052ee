import { expect, type Page } from '@playwright/test';

// The ways of a person to a lock and out of it. `app` is the address of the application's page.

const passphrase = 'four ordinary words here';

/** From the settings to a lock that stands; answers with the recovery code. */
export async function turnOnLock(page: Page, app: string, words = passphrase): Promise<string> {
  await page.goto(`${app}#/settings`);
  await page.getByRole('button', { name: 'Turn on a lock' }).click();
  await page.getByLabel('Show what I type').check();
  await page.getByLabel('Passphrase', { exact: true }).fill(words);
  await page.getByLabel('The same again').fill(words);
  await page.getByRole('button', { name: 'Go on' }).click();
  const code = await page.locator('.lock-code').innerText();
  await page.getByLabel('Now type it from the paper').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Turn on a lock' }).click();
  const locked = page.getByRole('heading', { name: 'Locked', exact: true });
  const lockNow = page.getByRole('button', { name: 'Lock now' });
  await expect(locked.or(lockNow)).toBeVisible({ timeout: 15_000 });
  if (await locked.isVisible()) await unlock(page, words); // the web app keeps a key in no other place than the page
  await expect(lockNow).toBeVisible({ timeout: 15_000 });
  return code;
}

export async function unlock(page: Page, words = passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}
