import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab, openPopup } from '../support/extension-pages.ts';
import { writeEntry } from '../support/journal.ts';

// A tab that the browser froze, as it does with a laptop that sleeps, while the person went on elsewhere.

async function freezer(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page);
  const set = (state: 'frozen' | 'active') => devtools.send('Page.setWebLifecycleState', { state });
  return { freeze: () => set('frozen'), thaw: () => set('active') };
}

test('F12: a new tab that was frozen shows what was answered elsewhere before it takes an answer itself', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const tab = await openNewTab(context);
  await expect(tab.getByRole('heading', { name: home.text })).toBeVisible();
  const { freeze, thaw } = await freezer(context, tab);
  await freeze();

  const popup = await openPopup(context, origin);
  await popup.getByRole('button', { name: 'Did not come up' }).click();
  await expect(popup.getByText('Nothing owed.')).toBeVisible();
  await popup.close();

  await thaw();
  await tab.bringToFront();
  await expect(tab.getByText('That is all for today.')).toBeVisible({ timeout: 1000 });
  await tab.keyboard.press('4');
  expect(await archive.records('outcome')).toMatchObject([{ result: 'didNotComeUp' }]);
});

test('F12: an editor that was frozen saves over nothing that was written elsewhere meanwhile', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const app = `${origin}/journal.html`;
  const page = await context.newPage();
  await writeEntry(page, 'The first version.', app);
  const change = async (one: Page) => {
    await one.getByRole('button', { name: 'Edit' }).click();
    await expect(one.getByRole('textbox', { name: 'Your entry' })).toHaveValue('The first version.');
  };
  await page.getByText('The first version.').click();
  await change(page);
  const { freeze, thaw } = await freezer(context, page);
  await freeze();

  const other = await context.newPage();
  await other.goto(`${app}#/journal`);
  await other.getByText('The first version.').click();
  await change(other);
  await other.getByRole('textbox', { name: 'Your entry' }).fill('What was written meanwhile.');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Saved', { exact: true }).first()).toBeVisible();

  await thaw();
  await page.bringToFront();
  await page.getByRole('textbox', { name: 'Your entry' }).fill('What was typed after the thaw.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  const [entry] = await archive.records('journalEntry');
  expect(entry?.['body']).toMatchObject({ conflict: true });
  for (const words of ['What was written meanwhile.', 'What was typed after the thaw.']) {
    expect(JSON.stringify(entry?.['body'])).toContain(words);
  }
});
