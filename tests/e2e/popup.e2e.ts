import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { openArchive } from '../support/archive.ts';
import { begun, home, openPopup, question, today } from '../support/extension-pages.ts';
import { expect, test } from './fixtures.ts';

// The second moment: a quick win from the toolbar by keyboard alone, and today's answer under it.

/** Notes that the popup closed itself, in place of closing the tab that stands for it. */
async function watchClosing(context: BrowserContext): Promise<(page: Page) => Promise<boolean>> {
  await context.addInitScript(() => {
    window.close = () => Object.assign(globalThis, { hasClosed: true });
  });
  return (page) => page.evaluate(() => Reflect.get(globalThis, 'hasClosed') === true);
}

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved$/ });

/** The popup of somebody who has begun, with all that can be chosen in it. */
async function readyPopup({ context, origin }: { readonly context: BrowserContext; readonly origin: string }) {
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const page = await openPopup(context, origin);
  await expect(page.getByRole('option')).toHaveCount(13);
  return { archive, page };
}

test('a win in seconds: type, arrows, Enter; “Saved”; and it closes itself', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const hasClosed = await watchClosing(context);
  const page = await openPopup(context, origin);
  const field = page.getByRole('combobox', { name: 'A small win: what was it?' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(13);
  await expectAccessible(page);

  await page.keyboard.type('said');
  await expect(page.getByRole('option')).toHaveText([
    'Said the true thing',
    'Said early that it would change',
    'There when I said',
    'Did what I said',
  ]);
  await expect(page.getByRole('option', { selected: true })).toHaveText('Said the true thing');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText('There when I said');
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'There when I said. Noted.' })).toBeVisible();
  expect(await archive.records('win')).toMatchObject([{ of: 'onTime', day: today() }]);
  expect(await hasClosed(page)).toBe(false); // there is time to read the name of the act
  await expect.poll(() => hasClosed(page)).toBe(true);
});

test('text that names no win: Enter asks which one it was, Enter saves, in under five seconds', async ({
  extension,
}) => {
  const { archive, page } = await readyPopup(extension);
  const began = performance.now();
  await page.keyboard.type('rang before I was late', { delay: 60 });
  await page.keyboard.press('Enter');
  const question = page.getByRole('status').filter({ hasText: 'What kind of win is it?' });
  await expect(question).toBeVisible();
  await expect(page.getByRole('combobox')).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(13);
  await expect(page.getByRole('option', { selected: true })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  expect(performance.now() - began).toBeLessThan(5000);
  expect(await archive.records('win')).toMatchObject([{ of: 'honestWord', note: 'rang before I was late' }]);
});

test('which win it was can be chosen with the arrows; nothing is saved before, and the text stays', async ({
  extension,
}) => {
  const { archive, page } = await readyPopup(extension);
  await page.keyboard.type('at the школа, «gate» 🙂');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/What kind of win is it\?/)).toBeVisible();
  await expectAccessible(page);
  expect(await archive.records('win')).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText('There when I said');
  await expect(page.getByRole('combobox')).toHaveValue('at the школа, «gate» 🙂');
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  expect(await archive.records('win')).toMatchObject([{ of: 'onTime', note: 'at the школа, «gate» 🙂' }]);
});

test('text that names no win goes with the one that was gone to by arrow as its note, at once', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  const page = await openPopup(context, origin);
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('ArrowUp'); // the last one
  await page.keyboard.type('at the школа, «gate» 🙂');
  await expect(page.getByText('As a note: “at the школа, «gate» 🙂”')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(saved(page)).toBeVisible();
  expect(await archive.records('win')).toMatchObject([{ of: 'leftRoom', note: 'at the школа, «gate» 🙂' }]);
});

test('what was typed before the popup was ready is not lost', async ({ extension }) => {
  const { context, origin } = extension;
  await context.addInitScript(() => {
    new MutationObserver((_changes, watch) => {
      const field = document.querySelector<HTMLInputElement>('input');
      if (!field) return;
      watch.disconnect();
      field.value = 'heard';
    }).observe(document, { childList: true, subtree: true });
  });
  const page = await openPopup(context, origin);
  await expect(page.getByRole('option', { selected: true })).toHaveText('Heard them out');
  await expect(page.getByRole('combobox')).toHaveValue('heard');
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('“Saved” is said only after the transaction is complete', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const hasClosed = await watchClosing(context);
  // The word that a transaction is complete comes late, as from a slow disk.
  await context.addInitScript(() => {
    const real = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
    if (!real?.set) throw new Error('there is nothing to hold back');
    const held: (() => void)[] = [];
    Object.assign(globalThis, { held });
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      ...real,
      set(listener: (event: Event) => void) {
        real.set?.call(this, (event: Event) => held.push(() => listener.call(this, event)));
      },
    });
  });
  const page = await openPopup(context, origin);
  await expect(page.getByRole('option')).toHaveCount(13);
  await page.keyboard.type('asked');
  await page.keyboard.press('Enter');
  const held = () => page.evaluate(() => (Reflect.get(globalThis, 'held') as unknown[]).length);
  await expect.poll(held).toBe(1);
  await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
  await expect(page.getByText(/^Saved$|Noted/)).toHaveCount(0);
  await expect(page.getByRole('combobox')).toHaveValue('asked');
  await page.keyboard.press('Enter'); // again, out of impatience
  expect(await hasClosed(page)).toBe(false);

  await page.evaluate(() => {
    for (const release of Reflect.get(globalThis, 'held') as (() => void)[]) release();
  });
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Asked for help. Noted.' })).toBeVisible();
  expect(await archive.records('win')).toHaveLength(1);
});

test('a full disk keeps what was typed, says so, and a second try works', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const page = await openPopup(context, origin);
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  await page.evaluate(() => {
    const real = IDBObjectStore.prototype.put;
    Object.assign(globalThis, { makeRoom: () => (IDBObjectStore.prototype.put = real) });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Encountered disk full while opening', 'QuotaExceededError');
    };
  });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('the long way home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('The storage on this device is full');
  await expect(page.getByRole('combobox')).toHaveValue('the long way home');
  await expect(page.getByText(/^Saved$|Noted/)).toHaveCount(0);
  expect(await archive.records('win')).toEqual([]);
  await expectAccessible(page);

  await page.evaluate(() => (Reflect.get(globalThis, 'makeRoom') as () => void)());
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(saved(page)).toBeVisible();
  expect(await archive.records('win')).toMatchObject([{ of: 'honestWord', note: 'the long way home' }]);
});

test('a note that is too long stays in the field, with a sentence beside it', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  const page = await openPopup(context, origin);
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await field.fill('q '.repeat(300));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/This is longer than fits here/)).toBeVisible();
  await expect(field).toHaveValue('q '.repeat(300));
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  expect(await archive.records('win')).toEqual([]);
});

test('today’s promise is answered here by keyboard, and celebrated', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([home, question]));
  const hasClosed = await watchClosing(context);
  const page = await openPopup(context, origin);
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  await page.keyboard.type('3'); // a figure in a field is a figure
  await expect(page.getByRole('combobox')).toHaveValue('3');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Did what I said. Noted.' })).toBeVisible();
  await expectAccessible(page);
  expect(await archive.records('outcome')).toMatchObject([{ result: 'kept', of: 'promise-0' }]);
  expect(await hasClosed(page)).toBe(false);
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(page.getByRole('heading', { name: question.text })).toBeVisible();
});

test('discreet and hidden hold in the popup too', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([home], { glance: 'discreet' }));
  const page = await openPopup(context, origin);
  await expect(page.getByRole('button', { name: 'Your note for today' })).toBeVisible();
  await expect(page.getByText('Home by')).toHaveCount(0);
  await archive.write(begun([home], { glance: 'hidden' }));
  await expect(page.getByRole('button', { name: 'Show', exact: true })).toBeVisible();
  await expect(page.getByText('Home by')).toHaveCount(0);
  await expectAccessible(page);
});

test('the journal and the hard moment are one link away, each in a tab of its own', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const page = await openPopup(context, origin);
  for (const [name, address, heading] of [
    ['Journal', 'journal.html#/today', home.text],
    ['Hard moment', 'journal.html#/help', 'Is anyone in danger right now?'],
  ] as const) {
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name }).click();
    const tab = await opened;
    await expect(tab).toHaveURL(`${origin}/${address}`);
    await expect(tab.getByRole('heading', { name: heading }).first()).toBeVisible();
  }
});

test('nothing is cut off at the size of a popup, nor with text twice as large', async ({ extension }) => {
  const { context, origin } = extension;
  const long =
    'I ask one question about their day, put the phone away, and hear all of the answer before I speak again.';
  await (await openArchive(context, origin)).write(begun([{ text: long }]));
  const page = await openPopup(context, origin);
  await expect(page.getByRole('heading', { name: long })).toBeVisible();
  const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await page.evaluate(isTooWide)).toBe(false);
  await expect(page.getByRole('link', { name: 'Hard moment' })).toBeInViewport();
  const list = await page.getByRole('listbox').boundingBox();
  expect(list?.height).toBeGreaterThan(88); // two wins can be read at once
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await page.evaluate(isTooWide)).toBe(false);
});
