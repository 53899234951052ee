import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { openArchive } from '../support/archive.ts';
import { putCoreInto } from '../support/core-in-page.ts';
import { begun } from '../support/extension-pages.ts';
import { extensionOrigin, killBrowser, openProfile } from '../support/profile.ts';

// A newer version of the product and its database: killed on the way, held up by older pages, and taking over from them.

const built = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const rows = 20_000;
const untouched = { version: 1, old: rows, new: 0 };
const upgraded = { version: 2, old: 0, new: rows };

for (const backend of ['leveldb', 'sqlite'] as const) {
  test(`F15: an upgrade in which the browser is killed happened wholly or not at all (${backend})`, async () => {
    test.setTimeout(120_000);
    const folder = test.info().outputPath('profile');
    const start = async () => {
      const context = await openProfile(folder, { extension: built, backend });
      const page = await context.newPage();
      await page.goto(`${await extensionOrigin(context)}/blank.html`);
      await putCoreInto(page);
      return { context, page };
    };
    const first = await start();
    await first.page.evaluate((count) => core.fillRaw(count, 300), rows);
    await first.context.close();

    let kills = 0;
    for (const moment of [0, 80, 300]) {
      const { context, page } = await start();
      const forms = await page.evaluate(() => core.rowForms());
      expect(forms).toEqual(forms.version === 1 ? untouched : upgraded);
      if (forms.version === 2) break; // this machine was done before the last kill
      const atWork = await signal(page, 'begun');
      page.evaluate(() => core.upgradeRows((globalThis as never as Reporter).begun)).catch(() => {});
      await atWork.given;
      await page.waitForTimeout(moment);
      await killBrowser(folder);
      await context.close().catch(() => {});
      kills += 1;
    }
    expect(kills, 'kills that met an upgrade').toBeGreaterThan(1);
    const last = await start();
    const forms = await last.page.evaluate(() => core.rowForms());
    expect(forms).toEqual(forms.version === 1 ? untouched : upgraded);
    await last.page.evaluate(() => core.upgradeRows());
    expect(await last.page.evaluate(() => core.rowForms())).toEqual(upgraded);
    await last.context.close();
  });
}

/** A function in the page by which it says that something has happened. */
async function signal(page: Page, name: string): Promise<{ readonly given: Promise<void> }> {
  let give = () => {};
  const given = new Promise<void>((done) => {
    give = done;
  });
  await page.exposeFunction(name, () => give());
  return { given };
}

interface Reporter {
  begun(): Promise<void>;
}

interface Waiter {
  waits(): Promise<void>;
}

test('F13: an upgrade that an older page holds up says so within two seconds and goes on by itself', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  await archive.page.evaluate(() => core.holdOpen());

  const next = await context.newPage();
  await next.goto(`${origin}/blank.html`);
  await putCoreInto(next);
  const toldToWait = await signal(next, 'waits');
  const asked = Date.now();
  const opened = next.evaluate(() => core.openAsNext((globalThis as never as Waiter).waits));
  await toldToWait.given;
  expect(Date.now() - asked).toBeLessThan(2000);
  await archive.page.close();
  expect(await opened).toBe('version 2');
});

test('F13: an upgrade that the background holds up goes on when that is stopped', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const worker = context.serviceWorkers()[0];
  await worker?.evaluate(async () => {
    const { storageBuckets } = navigator as never as {
      storageBuckets: { open(name: string): Promise<WindowOrWorkerGlobalScope> };
    };
    const place = await storageBuckets.open('main');
    const request = place.indexedDB.open('main');
    await new Promise((done) => {
      request.onsuccess = done;
    });
    Reflect.set(globalThis, 'held', [place, request.result]);
  });
  const toldToWait = await signal(archive.page, 'waits');
  const opened = archive.page.evaluate(() => core.openAsNext((globalThis as never as Waiter).waits));
  await toldToWait.given;
  const devtools = await context.newCDPSession(archive.page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  expect(await opened).toBe('version 2');
});

test('F14: an open page puts its words away for a newer version, says that it is old, and keeps them in sight', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const page = await context.newPage();
  await page.goto(`${origin}/journal.html#/journal/write`);
  const sheet = page.getByRole('textbox', { name: 'Your entry' });
  await sheet.focus();
  await page.keyboard.type('Typed to the very end.', { delay: 4 });
  expect(await archive.page.evaluate(() => core.openAsNext())).toBe('version 2');
  await expect(page.getByText('This page is older than the app')).toBeVisible();
  await expect(sheet).toHaveValue('Typed to the very end.');
  expect(await archive.page.evaluate(() => core.draftBodiesAsNext())).toEqual(['Typed to the very end.']);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toHaveValue('Typed to the very end.');

  // The build that this test opens again is the old one, for which the data is now too new.
  const tab = await context.newPage();
  await tab.goto('chrome://newtab');
  await expect(tab.getByText('Your data was made by a newer version')).toBeVisible();
});
