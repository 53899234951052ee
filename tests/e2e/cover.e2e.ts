import { expect, type Page, test } from '@playwright/test';
import { begin, writeEntry } from '../support/journal.ts';

// The cover of the built web app: what it shows before anything is asked for, also without a network.

async function cover(page: Page) {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Hidden until asked' }).click();
  await expect(page.getByRole('radio', { name: 'Hidden until asked' })).toBeChecked();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test('opens covered and offline, with help and the page that was asked for behind one key', async ({
  page,
  context,
}) => {
  await begin(page);
  await cover(page);
  await writeEntry(page, 'Only for me.');
  await context.setOffline(true);
  await page.goto('/#/journal');
  await page.reload();
  await expect(page.getByText('Nothing is shown until you ask.')).toBeVisible();
  expect(await page.content()).not.toContain('Only for me.');
  await page.getByRole('button', { name: 'Hard moment' }).click();
  await expect(page.getByText('Is anyone in danger right now?')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Only for me.' })).toBeVisible();
});

test('the way out works from the cover', async ({ page }) => {
  await begin(page);
  await cover(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show' })).toBeVisible();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift');
  await expect(page).toHaveURL(/blank\.html$/);
});
