import { resolve } from 'node:path';
import { addDays } from '@core/kernel/local-day.ts';
import { expectAccessible } from '../support/accessible.ts';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab, openPopup, question, today } from '../support/extension-pages.ts';
import { extensionOrigin, killBrowser, openProfile } from '../support/profile.ts';
import { expect, test } from './fixtures.ts';

// The new tab and its storage: what was said to be stored is there, and what is not there is never called new.

test('who has written nothing yet is invited, and nothing is asked of them', async ({ extension }) => {
  const page = await openNewTab(extension.context);
  await expect(page.getByRole('heading', { name: 'Nothing is written here yet.' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Begin with one small promise' }).click();
  await expect(page.getByRole('heading', { name: 'Small promises, kept' })).toBeVisible();
});

test('an answer counts for the day that stood on the screen, also past midnight', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([home, question]));
  const page = await context.newPage();
  const lastMinute = new Date(`${today()}T23:59:30`);
  await page.clock.setFixedTime(lastMinute);
  await page.goto('chrome://newtab');
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  const date = await page.locator('.face-date').textContent();
  await page.clock.setFixedTime(lastMinute.getTime() + 60_000);
  await page.keyboard.press('4');
  await expect(page.getByText('Thank you for saying it as it is.')).toBeVisible();
  expect(await archive.records('outcome')).toMatchObject([{ day: today(), of: 'promise-0' }]);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.getByRole('heading', { name: question.text })).toBeVisible();
  expect(await page.locator('.face-date').textContent()).toContain(date?.split(' · ')[0]);

  // A tab that is opened now shows the new day, and both promises of it.
  const next = await context.newPage();
  await next.clock.setFixedTime(lastMinute.getTime() + 60_000);
  await next.goto('chrome://newtab');
  await expect(next.getByRole('heading', { name: home.text })).toBeVisible();
  await next.keyboard.press('1');
  await expect(next.getByText('Did what I said. Noted.')).toBeVisible();
  const days = (await archive.records('outcome')).map(({ day }) => day);
  expect(days.sort()).toEqual([today(), addDays(today(), 1)]);
});

test('the day is that of the place where the person is', async () => {
  const info = test.info();
  const context = await openProfile(info.outputPath('profile'), { extension: built, timezone: 'Pacific/Kiritimati' });
  const archive = await openArchive(context, await extensionOrigin(context));
  const there = await archive.page.evaluate(() => new Date().toLocaleDateString('sv'));
  await archive.write(begun([{ ...home, endsOn: addDays(today(), 6) }]));
  const page = await openNewTab(context);
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText('Did what I said. Noted.')).toBeVisible();
  expect(await archive.records('outcome')).toMatchObject([
    { day: there, when: { zone: 'Pacific/Kiritimati', offset: 840 } },
  ]);
  await context.close();
});

test('after the browser is killed everything that was said to be stored is there', async () => {
  const folder = test.info().outputPath('profile');
  const first = await openProfile(folder, { extension: built });
  const archive = await openArchive(first, await extensionOrigin(first));
  await archive.write(begun([home, question]));
  const page = await openNewTab(first);
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await page.getByRole('button', { name: 'Today the clock and your word agreed.' }).click();
  await expect(page.getByText('Stay with that')).toBeVisible();
  await killBrowser(folder);

  const second = await openProfile(folder, { extension: built });
  const again = await openNewTab(second);
  await expect(again.getByRole('heading', { name: question.text })).toBeVisible();
  const after = await openArchive(second, await extensionOrigin(second));
  expect(await after.records('outcome')).toMatchObject([{ of: 'promise-0', result: 'kept' }]);
  expect(await after.records('celebration')).toMatchObject([{ promptKey: 'punctualityC' }]);
  await second.close();
});

test('an empty database beside a witness is called a loss, on every page, and is never written to', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const page = await openNewTab(context);
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByText('Said early that it would change. Noted.')).toBeVisible();
  await expect.poll(() => archive.page.evaluate(witness)).toMatchObject({ seq: 2 });

  for (const one of context.pages()) if (one !== archive.page) await one.close();
  await archive.page.reload();
  await archive.page.evaluate(loseTheDatabase);
  const loss = /There was data here before, and now the storage is empty/;
  const empty = await openNewTab(context);
  await expect(empty.getByText(loss)).toBeVisible();
  await expect(empty.getByText(/Begin with|Nothing is written/)).toHaveCount(0);
  await expectAccessible(empty);
  const popup = await openPopup(context, origin);
  await expect(popup.getByText(loss)).toBeVisible();
  await popup.getByRole('combobox').fill('On my own');
  await popup.keyboard.press('Enter');
  await expect(popup.getByText(/What kind of win is it\?/)).toBeVisible();
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('combobox')).toHaveValue('On my own');
  await expect(popup.getByText('Noted.')).toHaveCount(0);
  await expectAccessible(popup);
  const journal = await context.newPage();
  await journal.goto(`${origin}/journal.html`);
  await expect(journal.getByText(loss)).toBeVisible();
  await expect(journal.getByText('Small promises, kept')).toHaveCount(0);
  await expectAccessible(journal);
  expect(await archive.page.evaluate(witness)).toMatchObject({ seq: 2 });
});

const built = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

interface ExtensionApi {
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
}

/** What the extension keeps outside the database about how much there was. In the page. */
async function witness(): Promise<unknown> {
  const { storage } = Reflect.get(globalThis, 'chrome') as ExtensionApi;
  return (await storage.local.get('witness'))['witness'];
}

/** As a browser does after damage: the bucket is there again, and empty. In the page. */
async function loseTheDatabase(): Promise<void> {
  const { storageBuckets } = navigator as unknown as { storageBuckets: { delete(name: string): Promise<void> } };
  await storageBuckets.delete('main');
}
