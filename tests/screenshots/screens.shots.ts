import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { withdrawAnswer } from '@core/domain/answer.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { type Archive, openArchive } from '../support/archive.ts';
import { today } from '../support/extension-pages.ts';
import { lockNow, turnOnFrom, turnOnLock } from '../support/lock-by-hand.ts';
import { livedIn } from './lived-in.ts';
import { beforeLock, whileLocked, whileOpen } from './lock-screens.ts';
import { freshScreens, goTo, livedInScreens, lostScreens, type Screen } from './screens.ts';

// Pictures of every screen, to be looked at: desktop and phone, light and dark, and from right to left.

const folder = resolve(import.meta.dirname, '../../dist/screenshots');
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const popupSize = { popup: { width: 360, height: 600 } } as const;
const looks = ['light', 'dark', 'rtl'] as const;

test.beforeAll(() => mkdirSync(folder, { recursive: true }));

test('a record of three weeks', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(livedIn);
  const page = await context.newPage();
  await takeAll(page, origin, livedInScreens, archive);
  await archive.write([settingsEdit({ glance: 'discreet' })]);
  await takeAll(page, origin, [{ name: 'newtab-discreet', at: 'newtab.html', shows: 'Half past six' }]);
  await archive.write([settingsEdit({ glance: 'hidden' })]);
  await takeAll(page, origin, [
    { name: 'newtab-hidden', at: 'newtab.html', shows: 'Show' },
    { name: 'popup-hidden', at: 'popup.html', shows: 'Show' },
    { name: 'journal-covered', at: 'journal.html#/journal', shows: 'Nothing is shown until you ask.' },
    {
      name: 'journal-covered-help',
      at: 'journal.html#/journal',
      reach: (one) => one.getByRole('button', { name: 'Hard moment' }).click(),
      shows: 'Is anyone in danger right now?',
    },
  ]);
});

test('a day on which everything is answered', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write([settingsEdit({ started: true, glance: 'own' })]);
  const page = await context.newPage();
  await takeAll(page, origin, [
    { name: 'newtab-nothing-due', at: 'newtab.html', shows: 'Nothing promised for today.' },
    { name: 'today-nothing', at: 'journal.html#/today', shows: 'Choose a promise' },
    { name: 'journal-empty', at: 'journal.html#/journal', shows: /Nothing is written here yet/ },
    { name: 'wins-empty', at: 'journal.html#/wins', shows: /Nothing is written here yet/ },
  ]);
});

test('a first run', async ({ extension }) => {
  const page = await extension.context.newPage();
  await takeAll(page, extension.origin, freshScreens);
});

test('a loss', async ({ extension }) => {
  const { context, origin } = extension;
  const page = await context.newPage();
  await page.goto(`${origin}/blank.html`);
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as { storageBuckets: { delete(name: string): Promise<void> } };
    const { storage } = Reflect.get(globalThis, 'chrome') as {
      storage: { local: { set(what: object): Promise<void> } };
    };
    await storage.local.set({ witness: { vault: 'one that was', seq: 7, hash: 'h' } });
    await storageBuckets.delete('main');
  });
  await takeAll(page, origin, lostScreens);
});

test('a lock', async ({ extension }) => {
  test.setTimeout(600_000);
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(livedIn);
  await archive.page.close();
  const page = await context.newPage();
  await takeAll(page, origin, beforeLock);
  await page.goto(`${origin}/journal.html#/lock`);
  await turnOnFrom(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.screenshot({ path: `${folder}/lock-paper.png` });
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await turnOnLock(page, `${origin}/journal.html`);
  await takeAll(page, origin, whileOpen);
  await lockNow(page, `${origin}/journal.html`);
  await takeAll(page, origin, whileLocked);
});

async function takeAll(page: Page, origin: string, screens: readonly Screen[], archive?: Archive): Promise<void> {
  page.setDefaultTimeout(10_000);
  for (const screen of screens) {
    const places = screen.name.startsWith('popup') ? popupSize : sizes;
    for (const [place, size] of Object.entries(places)) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await goTo(page, origin, screen);
      await page.mouse.move(0, 0); // where a press has left the pointer it would tint what came up there
      if (place !== 'popup') await makeRoom(page, size);
      for (const look of looks) {
        await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' });
        await page.evaluate(
          (dir) => {
            document.documentElement.dir = dir;
          },
          look === 'rtl' ? 'rtl' : 'ltr',
        );
        await page.screenshot({ path: `${folder}/${screen.name}-${place}-${look}.png` });
        const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
        expect
          .soft(await page.evaluate(isTooWide), `${screen.name} at ${place}, ${look}, scrolls sideways`)
          .toBe(false);
      }
      await archive?.write(['home', 'question', 'late'].flatMap((id) => withdrawAnswer(id, today())));
    }
  }
}

/** As high as what there is to see: a picture of the whole page would put the bar at the foot into its middle. */
async function makeRoom(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  const needed = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, needed) });
}
