import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openArchive } from '../support/archive.ts';
import { keyOnDisk } from '../support/bare-key.ts';
import { openNewTab } from '../support/extension-pages.ts';
import { begin, writeEntry } from '../support/journal.ts';
import { turnOnLock, unlockBy } from '../support/lock-by-hand.ts';
import { extensionOrigin, killBrowser, openProfile } from '../support/profile.ts';
import { createScan, type Scan } from '../support/profile-scan.ts';
import { monday } from '../support/records.ts';

// A20, A21, P6, P15: whoever copies the files of the browser finds nothing in them that was written or typed. Before there
// is a lock the key lies beside the record, so it could be worked out; but even then no word stands there as it is.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

/** Chromium puts what stands in the fields of a page into its session files every few seconds. */
const untilTheBrowserSaved = () => new Promise((done) => setTimeout(done, 4000));

for (const app of ['extension', 'web app'] as const) {
  for (const backend of ['leveldb', 'sqlite'] as const) {
    test(`A20 A21 P6 P15: the files that the ${app} leaves on ${backend} hold no word of the person's`, async ({
      baseURL,
    }) => {
      test.setTimeout(180_000);
      const folder = test.info().outputPath('profile');
      const scan = createScan(folder);
      let code = '';
      const start = async () => {
        const context = await openProfile(folder, { backend, ...(app === 'extension' && { extension }) });
        context.setDefaultTimeout(10_000);
        const origin = app === 'extension' ? await extensionOrigin(context) : String(baseURL);
        const page = await context.newPage();
        return { context, origin, page, at: app === 'extension' ? `${origin}/journal.html` : `${origin}/` };
      };

      await test.step('without a lock, with half a sentence on every screen, killed', async () => {
        const { context, origin, page, at } = await start();
        await writeEverywhere(page, at, scan);
        await tagAnEntry(context, origin, scan);
        await typeEverywhere(context, at, app, scan);
        await aCarelessPage(context, scan);
        // What was typed last, by a page that does not mind, is on the disk: then so would be all that was typed before.
        const found = () => scan.hits().join('\n');
        await expect.poll(found, { timeout: 30_000 }).toMatch(/^careless field in .*Session/m);
        await expect.poll(found, { timeout: 30_000 }).toMatch(/^careless storage in /m);
        await untilTheBrowserSaved();
        expect(scan.hits().filter((hit) => !hit.startsWith('careless'))).toEqual([]);
        await killBrowser(folder);
        await context.close().catch(() => {});
        expect(scan.hits().filter((hit) => !hit.startsWith('careless'))).toEqual([]);
      });
      for (const name of ['careless field', 'careless storage']) scan.forget(name);

      await test.step('the move to a lock takes the old key along', async () => {
        const { context, origin, page, at } = await start();
        scan.bytes('the first key', await keyOnDisk(context, origin));
        await untilTheBrowserSaved();
        expect(scan.hits().join('\n'), 'the key lies open without a lock').toMatch(/^the first key in /);
        code = await turnOnLock(page, at, scan.word('passphrase'));
        scan.text('recovery code', code);
        scan.text('recovery code as it is typed', code.toLowerCase().replaceAll('-', ' '));
        if (app === 'extension') {
          const key = await page.evaluate('chrome.storage.session.get("open").then(({ open }) => open.key)');
          scan.text('key of the lock as text', String(key));
          scan.bytes('key of the lock', Buffer.from(String(key), 'base64url'));
        }
        await writeEntry(page, scan.word('entry under the lock'), at);
        await context.close();
        expect(scan.hits()).toEqual([]);
      });

      await test.step('locked and unlocked again, with half a sentence on every screen, killed', async () => {
        const { context, page, at } = await start();
        await page.goto(at);
        await expect(page.getByRole('heading', { name: 'Locked' }), 'A36: nothing is remembered').toBeVisible();
        await unlockBy(page, scan.word('wrong passphrase'));
        await expect(page.getByText('That did not open it.')).toBeVisible({ timeout: 15_000 });
        if (app === 'extension') {
          const tab = await openNewTab(context);
          await tab.getByRole('button', { name: 'A small win' }).click();
          await tab.getByRole('combobox').fill(scan.word('win caught while locked'));
          await tab.keyboard.press('ArrowDown');
          await tab.keyboard.press('Enter');
          await expect(tab.getByText('It joins the rest')).toBeVisible();
        }
        await page.bringToFront();
        await page.getByRole('button', { name: 'Use the recovery code' }).click();
        await page.getByLabel('Recovery code').fill(scan.word('half a recovery code'));
        await untilTheBrowserSaved();
        expect(scan.hits()).toEqual([]);
        await killBrowser(folder);
        await context.close().catch(() => {});
        expect(scan.hits()).toEqual([]);
      });

      await test.step('everything erased', async () => {
        const { context, page, at } = await start();
        await page.goto(at);
        await page.getByRole('button', { name: 'Use the recovery code' }).click();
        await page.getByLabel('Recovery code').fill(code);
        await page.getByRole('button', { name: 'Unlock', exact: true }).click();
        await expect(page.getByRole('heading', { name: 'Locked' })).toHaveCount(0, { timeout: 15_000 });
        await page.goto(`${at}#/settings`);
        await page.getByRole('button', { name: 'Erase everything' }).click();
        await page.getByLabel('To go on, type: erase').fill('erase');
        await page.getByRole('button', { name: 'Erase everything now' }).click();
        await expect(page.getByRole('heading', { name: 'Small promises, kept' })).toBeVisible();
        expect(await testimony(page, app), 'the witness forgot').toBeFalsy();
        await context.close();
        expect(scan.hits()).toEqual([]);
      });
    });
  }
}

/** Something saved from every kind of form. */
async function writeEverywhere(page: Page, at: string, scan: Scan): Promise<void> {
  await begin(page, at);
  await page.goto(`${at}#/promises/edit`);
  await page.getByLabel('What I will do').fill(scan.word('promise'));
  await page.locator('summary').click();
  await page.getByLabel('Discreet words').fill(scan.word('discreet words'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('What I will do')).toHaveCount(0);

  await page.goto(`${at}#/wins/add`);
  await page.getByRole('radio', { name: 'There when I said' }).check();
  await page.getByLabel('A note, if you like').fill(scan.word('win'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Saved' })).toBeVisible();

  await page.goto(`${at}#/wins/notice`);
  await page.getByLabel('What kind thing').fill(scan.word('kind act'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Add a win' })).toBeVisible();

  await writeEntry(page, scan.word('entry'), at);
  await expect(page.getByLabel('Your entry')).toHaveCount(0);
  await page.goto(`${at}#/settings`);
  await page.getByLabel('Where it moves to').fill(`https://${scan.word('address')}.example/`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** No page asks for tags yet; the record can hold them. */
async function tagAnEntry(context: BrowserContext, origin: string, scan: Scan): Promise<void> {
  const set = { day: monday, body: 'x', [`tag:${scan.word('tag')}`]: true };
  const archive = await openArchive(context, origin);
  await archive.write([{ kind: 'journalEntry', row: { id: 'tagged' }, set }]);
  await archive.page.close();
}

/** Something typed into every kind of field and not saved, each on a page of its own. */
async function typeEverywhere(context: BrowserContext, at: string, app: string, scan: Scan): Promise<void> {
  const fields: readonly [place: string, label: string][] = [
    ['promises/edit', 'What I will do'],
    ['wins/add', 'A note, if you like'],
    ['wins/notice', 'What kind thing'],
    ['journal/write', 'Your entry'],
    ['settings', 'Where it moves to'],
    ['today/win', 'A small win'],
  ];
  for (const [place, label] of fields) {
    const page = await context.newPage();
    await page.goto(`${at}#/${place}`);
    await page
      .getByRole(place === 'today/win' ? 'combobox' : 'textbox', { name: label })
      .fill(scan.word(`${place}, unsaved`));
  }
  const lock = await context.newPage();
  await lock.goto(`${at}#/lock`);
  await lock.getByLabel('Show what I type').check();
  await lock.getByLabel('Passphrase', { exact: true }).fill(scan.word('passphrase, unsaved'));
  await lock.getByLabel('The same again').fill(scan.word('passphrase again, unsaved'));
  if (app !== 'extension') return;
  const tab = await openNewTab(context);
  await tab.getByRole('button', { name: 'A small win' }).click();
  await tab.getByRole('combobox').fill(scan.word('new tab, unsaved'));
  const popup = await context.newPage();
  await popup.goto(at.replace('journal', 'popup'));
  await popup.getByRole('combobox').fill(scan.word('popup, unsaved'));
}

/** What the browser writes down when nobody forbids it: without this an empty hand would prove nothing. */
async function aCarelessPage(context: BrowserContext, scan: Scan): Promise<void> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<title>Careless</title><textarea></textarea>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.locator('textarea').fill(scan.word('careless field'));
  await page.evaluate((word) => localStorage.setItem('x', word), scan.word('careless storage'));
  server.closeAllConnections();
  server.close();
}

const testimony = (page: Page, app: string): Promise<unknown> =>
  app === 'extension'
    ? page.evaluate('chrome.storage.local.get("witness").then(({ witness }) => witness)')
    : page.evaluate(() => localStorage.getItem('witness'));
