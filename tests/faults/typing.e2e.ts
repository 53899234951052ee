import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { openArchive } from '../support/archive.ts';
import { begun } from '../support/extension-pages.ts';
import { extensionOrigin, openProfile } from '../support/profile.ts';

// What happens to words when the page under them goes: closed by hand, crashed, or taken away with the extension.

const built = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const entry = (page: Page) => page.getByRole('textbox', { name: 'Your entry' });

/** An empty sheet, a moment after it can be typed on. */
async function openSheet(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/journal.html#/journal/write`);
  await entry(page).focus();
  return page;
}

/** Steady typing over several writes, so that the last keys are younger than the last write. */
async function typeOn(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words, { delay: 4 });
}

const justNow = ' And this just now.';

/** Words that have had the time to be written, and words that have not. */
async function typeOldAndNew(page: Page, old: string): Promise<void> {
  await typeOn(page, old);
  await page.waitForTimeout(450);
  await typeOn(page, justNow);
}

/** The draft is offered with all of the old words, and as many of the new ones as were written. */
async function expectOld(page: Page, old: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(entry(page)).toHaveValue(new RegExp(`^${old}`));
  expect(old + justNow).toContain(await entry(page).inputValue());
}

test('F7: a tab that is closed 0 to 300 ms after a key loses none of its words, thirty times', async ({
  extension,
}) => {
  test.setTimeout(90_000);
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([]));
  const typed: string[] = [];
  for (let round = 0; round < 30; round++) {
    const page = await openSheet(context, origin);
    const words = `Round ${round} to the end.`;
    await typeOn(page, words);
    await page.waitForTimeout(round * 10);
    await page.close({ runBeforeUnload: false });
    typed.push(words);
  }
  const kept = await archive.page.evaluate(() => core.draftBodies());
  expect(kept.sort()).toEqual(typed.sort());
});

test('F7: a tab that is closed right after Save leaves the words in the record or in the draft, once', async ({
  extension,
}) => {
  test.setTimeout(60_000);
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([]));
  const typed: string[] = [];
  for (let round = 0; round < 12; round++) {
    const page = await openSheet(context, origin);
    const words = `Saved ${round}, gone at once.`;
    await typeOn(page, words);
    // Pressed and gone in one breath: the page has no more than these milliseconds for all that saving takes.
    const press = page.evaluate(() => document.querySelector<HTMLElement>('[type="submit"]')?.click());
    await Promise.all([press, page.waitForTimeout(round)]);
    await page.close({ runBeforeUnload: false });
    typed.push(words);
  }
  const saved = (await archive.records('journalEntry')).map(({ body }) => String(Object(body).text));
  const kept = await archive.page.evaluate(() => core.draftBodies());
  expect([...saved, ...kept].sort()).toEqual(typed.sort());
});

test('F7: what the popup called noted before it was closed is there, exactly once', async ({ extension }) => {
  test.setTimeout(60_000);
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([]));
  const shown: string[] = [];
  for (let round = 0; round < 12; round++) {
    const page = await context.newPage();
    await page.goto(`${origin}/popup.html`);
    const words = `Round ${round}`;
    await page.getByRole('combobox').fill(words);
    await page.keyboard.press('Enter'); // asks which kind it was
    await page.keyboard.press('Enter');
    await page.waitForTimeout(round * 15);
    const isNoted = await page.getByText('Saved', { exact: true }).isVisible();
    await page.close({ runBeforeUnload: false });
    if (isNoted) shown.push(words);
  }
  const notes = (await archive.records('win')).map(({ note }) => String(note));
  expect(shown.length, 'rounds in which the popup had the time to say so').toBeGreaterThan(2);
  expect(new Set(notes).size).toBe(notes.length);
  expect(shown.filter((words) => !notes.includes(words))).toEqual([]);
});

test('F8: after a crash of the page the words are offered, all but those of the last moment', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([]));
  for (const moment of [0, 40, 170]) {
    const page = await openSheet(context, origin);
    const old = `Crashed after ${moment}. Written a while ago.`;
    await typeOldAndNew(page, old);
    await page.waitForTimeout(moment);
    const devtools = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    devtools.send('Page.crash').catch(() => {}); // a page that crashes does not answer
    await crashed;
    await page.close();

    const again = await context.newPage();
    await again.goto(`${origin}/journal.html#/today`);
    await expectOld(again, old);
    await again.close();
  }
});

// The browser takes the pages away as by a crash: sometimes their last event still reaches the disk, sometimes not.
test('F11: words that were half typed when the extension was loaded anew are offered afterwards', async ({
  extension,
}) => {
  test.setTimeout(90_000); // two browsers are started
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([]));
  const page = await openSheet(context, origin);
  const old = 'Half typed when the update came.';
  await typeOldAndNew(page, old);
  const gone = page.waitForEvent('close');
  const reload = () => (Reflect.get(globalThis, 'chrome') as { runtime: { reload(): void } }).runtime.reload();
  archive.page.evaluate(reload).catch(() => {}); // the page that asks for it goes as well
  await gone;

  // A headless browser does not let the extension in again by itself, so it is started anew on the same profile.
  await context.close();
  const later = await openProfile(test.info().outputPath('profile'), { extension: built });
  const again = await later.newPage();
  await again.goto(`${await extensionOrigin(later)}/journal.html#/today`);
  await expectOld(again, old);
  await later.close();
});
