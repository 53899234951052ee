import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { begin } from '../support/journal.ts';
import { extensionOrigin, openProfile } from '../support/profile.ts';

// The database is gone, and the witness is there: in the extension and in the web app, while a page is open and while
// none is. Then a profile in which nothing was ever written.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

interface Host {
  readonly name: string;
  readonly open: (folder: string) => Promise<BrowserContext>;
  /** Address of the journal. */
  readonly app: (context: BrowserContext) => Promise<string>;
}

const hosts: readonly Host[] = [
  {
    name: 'extension',
    open: (folder) => openProfile(folder, { extension }),
    app: async (context) => `${await extensionOrigin(context)}/journal.html`,
  },
  {
    name: 'web app',
    open: (folder) => openProfile(folder),
    app: async () => `${test.info().project.use.baseURL}/`,
  },
];

async function expectGone(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your data is not in this browser any more' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
  await expect(page.getByText('Who might see this screen?')).toHaveCount(0);
}

/** What another program that tidies up does: the folders of IndexedDB, wherever a profile has them. */
function removeDatabases(folder: string): void {
  for (const place of ['IndexedDB', 'WebStorage'])
    rmSync(join(folder, 'Default', place), { recursive: true, force: true });
  expect(existsSync(join(folder, 'Default'))).toBe(true);
  expect(readdirSync(join(folder, 'Default'))).not.toContain('WebStorage');
}

for (const host of hosts) {
  test.describe(host.name, () => {
    test('whose files were removed while it was closed says what is missing', async () => {
      const folder = test.info().outputPath('profile');
      let context = await host.open(folder);
      let page = await context.newPage();
      await begin(page, await host.app(context));
      await page.waitForTimeout(500); // the witness is written a moment after "Saved"
      await context.close();
      removeDatabases(folder);

      context = await host.open(folder);
      page = await context.newPage();
      await page.goto(await host.app(context));
      await expectGone(page);
      await page.getByRole('button', { name: 'Look again' }).click();
      await expectGone(page);
      await page.getByRole('button', { name: 'Start new here' }).click();
      await expect(page.getByText('Who might see this screen?')).toBeVisible();
      await context.close();
    });

    test('whose data is cleared under an open page says so there, and on every later one', async () => {
      const context = await host.open(test.info().outputPath('profile'));
      const app = await host.app(context);
      await begin(await context.newPage(), app);
      const page = await context.newPage(); // in front of the welcome, which opens in a tab of its own
      await page.goto(`${app}#/journal/write`);
      await page.getByLabel('Your entry').fill('Typed while it was there.');
      const devtools = await context.newCDPSession(page);
      const origin = await page.evaluate(() => location.origin);
      await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
      await page.evaluate(() => (navigator as never as Buckets).storageBuckets.delete('main'));
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('There was data here before').first()).toBeVisible(); // at the page and at the form
      await expect(page.getByLabel('Your entry')).toHaveValue('Typed while it was there.');

      const later = await context.newPage();
      await later.goto(app);
      await expectGone(later);
      await context.close();
    });

    test('in a profile where nothing ever was offers to restore before it asks anything', async () => {
      const context = await host.open(test.info().outputPath('profile'));
      const page = await context.newPage();
      await page.goto(await host.app(context));
      await expect(page.getByText('Who might see this screen?')).toBeVisible();
      await page.getByRole('button', { name: 'Restore a backup' }).click();
      await expect(page).toHaveURL(/#\/settings\/restore$/);
      await context.close();
    });
  });
}

interface Buckets {
  storageBuckets: { delete(name: string): Promise<void> };
}
