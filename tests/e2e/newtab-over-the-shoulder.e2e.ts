import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab } from '../support/extension-pages.ts';
import { expect, test } from './fixtures.ts';

// What somebody sees who looks over a shoulder: nothing that was not asked for, and nothing after leaving.

/** Everything that stood in the document at any moment since it began, as one text. */
async function watchEverythingShown(context: BrowserContext): Promise<(page: Page) => Promise<string>> {
  await context.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const look = () => seen.push(document.documentElement?.outerHTML ?? '');
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  return (page) => page.evaluate(() => (Reflect.get(globalThis, 'seen') as string[]).join('\n'));
}

test('discreet words are all that is ever in the page until the words are asked for', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(
    begun([{ ...home, glance: 'Half past six' }], { glance: 'discreet' }),
  );
  const shown = await watchEverythingShown(context);
  const page = await openNewTab(context);
  const line = page.getByRole('button', { name: 'Half past six' });
  await expect(line).toBeVisible();
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('commitment-visible').length)).toBe(1);
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en-US'); // the page is at work
  const all = await shown(page);
  expect(all).toContain('Half past six');
  expect(all).not.toMatch(/Home by|18:30|6:30/);
  expect(await page.title()).toBe('New tab');
  await expectAccessible(page);

  await line.click();
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
});

test('who never chose is shown in discreet words: nothing that they wrote is in the page', async ({ extension }) => {
  const { context, origin } = extension;
  const edits = begun().filter(({ kind }) => kind !== 'settings');
  await (await openArchive(context, origin)).write(edits);
  const shown = await watchEverythingShown(context);
  const page = await openNewTab(context);
  await expect(page.getByRole('heading', { name: 'Your note for today' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
  expect(await shown(page)).not.toContain('Home by');
});

test('hidden until asked is a clock, which takes no answer', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([home], { glance: 'hidden' }));
  const shown = await watchEverythingShown(context);
  const page = await openNewTab(context);
  await expect(page.getByRole('time')).toBeVisible();
  await page.keyboard.press('1');
  expect(await shown(page)).not.toMatch(/Home by|Your note/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'Part of it is real.' })).toBeVisible();
  expect(await archive.records('outcome')).toMatchObject([{ result: 'partly' }]);
});

const waysOut: readonly [name: string, leave: (page: Page) => Promise<void>][] = [
  ['the button', (page) => page.getByRole('link', { name: 'Hide this page' }).click()],
  [
    'Shift pressed three times',
    async (page) => {
      for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift');
    },
  ],
];

for (const [name, leave] of waysOut) {
  test(`${name} covers the page before the next frame, and every other page of Kept`, async ({ extension }) => {
    const { context, origin } = extension;
    await (await openArchive(context, origin)).write(begun());
    // At the end of the very press, long before a frame can be drawn: is anything still to be seen?
    await context.addInitScript(() => {
      const report = () => {
        const root = document.documentElement;
        if (root.classList.contains('covered'))
          console.log(`covered: ${document.body.getClientRects().length} to be seen`);
      };
      for (const press of ['keydown', 'click']) globalThis.addEventListener(press, report);
    });
    const tabs = [await openNewTab(context), await context.newPage(), await context.newPage()] as const;
    await tabs[1].goto(`${origin}/newtab.html`);
    await tabs[2].goto(`${origin}/journal.html#/today`);
    for (const tab of tabs) await expect(tab.getByText(home.text).first()).toBeVisible();

    const [page] = tabs;
    await page.bringToFront();
    const covered = page.waitForEvent('console', (message) => message.text().startsWith('covered'));
    await leave(page);
    expect((await covered).text()).toBe('covered: 0 to be seen');
    for (const tab of tabs) {
      await expect(tab).toHaveURL(`${origin}/blank.html`);
      expect(await tab.evaluate(() => document.documentElement.textContent)).not.toContain('Home by');
    }
    await page.goBack().catch(() => null); // there may be nothing to go back to
    await expect(page.getByText(home.text)).toHaveCount(0);
  });
}

test('leaving goes to the ordinary page that was chosen', async ({ extension }) => {
  const { context, origin } = extension;
  const server = createServer((_request, response) => response.end('<title>Weather</title>Mild.'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/weather`;
  try {
    await (await openArchive(context, origin)).write(begun([home], { quickHideTo: elsewhere }));
    const page = await openNewTab(context);
    await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en-US');
    await page.getByRole('link', { name: 'Hide this page' }).click();
    await expect(page).toHaveTitle('Weather');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('the way out is a plain link that works without any script', async ({ extension }) => {
  const { context, origin } = extension;
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(`${origin}/newtab.html`);
  const link = page.getByRole('link', { name: 'Hide this page' });
  await expect(link).toHaveAttribute('title', /The history of the browser is not erased/);
  await link.click();
  await expect(page).toHaveURL(`${origin}/blank.html`);
});

test('capitals are written without leaving the page', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const page = await openNewTab(context);
  await page.getByRole('button', { name: 'A small win' }).click();
  await page.getByRole('combobox').pressSequentially('ABC');
  for (const key of ['Shift+D', 'Shift+E', 'Shift+F']) await page.keyboard.press(key);
  await expect(page.getByRole('combobox')).toHaveValue('ABCDEF');
  expect(page.url()).toBe(`${origin}/newtab.html`);
});

test('a promise that is written to do harm is only text', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>{{t}}&lt;\u202Eesrever\u202C';
  const emoji = '👩‍👩‍👧‍👦'.repeat(17);
  const asked: string[] = [];
  await archive.write(
    begun([
      { text: hostile, dueTime: '08:00' },
      { text: emoji, dueTime: '09:00' },
    ]),
  );
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('chrome://newtab');
  const line = page.locator('.promise');
  await expect(line).toHaveText(hostile);
  expect(await line.locator('img, script').count()).toBe(0);
  // A mark that turns the direction stays inside its own element and turns nothing else round.
  expect(await line.locator('bdi').count()).toBe(1);
  await page.keyboard.press('5');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(line).toHaveText(emoji);
  const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await page.evaluate(isTooWide)).toBe(false);
  await expectAccessible(page);
  expect(asked).toEqual([]);
});
