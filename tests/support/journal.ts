import { expect, type Page } from '@playwright/test';

// Ways through the journal application that many tests begin with. `app` is the address of its page.

/** The first run, as far as somebody gets in two minutes: who sees the screen, and a first promise from a starter. */
export async function begin(page: Page, app = '/'): Promise<void> {
  await page.goto(app);
  await page.getByRole('radio', { name: 'Just me' }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: /^In bed by/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Did not come up' })).toBeVisible();
}

/** An entry, from the empty page to the word "Saved". */
export async function writeEntry(page: Page, words: string, app = '/'): Promise<void> {
  await page.goto(`${app}#/journal/write`);
  await page.getByLabel('Your entry').fill(words);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible(); // said in two places for a moment
  await expect(page.getByRole('heading', { name: 'Journal', level: 1 })).toBeVisible(); // it closes by itself, and that is over
}
