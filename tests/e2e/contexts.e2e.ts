import type { Page } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { expect, test } from './fixtures.ts';

// Two new tabs, the popup, the journal page and the background at once: what one saves, all show.

const today = () => new Date().toLocaleDateString('sv');
const words = 'Home by 18:30; if not, I ring by 18:00.';

test('what the popup saves, two new tabs and the journal page show within a second', async ({ extension }) => {
  const { context, origin } = extension;
  const seed = await context.newPage();
  await seed.goto(`${origin}/blank.html`);
  await putCoreInto(seed);
  await seed.evaluate(([text, day]) => core.promise(text, day), [words, today()] as const);
  await seed.close();

  const tabs: Page[] = [];
  for (const address of ['newtab.html', 'newtab.html', 'journal.html#/today']) {
    const page = await context.newPage();
    await page.goto(`${origin}/${address}`);
    await expect(page.getByText(words).first()).toBeVisible();
    tabs.push(page);
  }
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.goto(`${origin}/popup.html`);
  await popup.getByRole('button', { name: 'Did not come up' }).click();
  await expect(popup.getByText('Nothing owed.')).toBeVisible();

  const [one, two, journal] = tabs as [Page, Page, Page];
  for (const tab of [one, two]) {
    await tab.bringToFront();
    await expect(tab.getByText('That is all for today.')).toBeVisible({ timeout: 1000 });
  }
  await journal.bringToFront();
  await expect(journal.getByText('Did not come up')).toBeVisible({ timeout: 1000 });
});

test('a page whose notices are lost shows the truth within a second of being looked at', async ({ extension }) => {
  const { context, origin } = extension;
  // Half of all notices never arrive, in every page of this browser.
  await context.addInitScript(() => {
    let heard = 0;
    const real = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage');
    if (!real?.set) throw new Error('there is nothing to lose notices with');
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
      ...real,
      set(listener: ((event: MessageEvent) => void) | null) {
        real.set?.call(this, (event: MessageEvent) => {
          heard += 1;
          if (heard % 2 === 0) listener?.call(this, event);
        });
      },
    });
  });
  const writer = await context.newPage();
  await writer.goto(`${origin}/blank.html`);
  await putCoreInto(writer);
  const reader = await context.newPage();
  await reader.goto(`${origin}/newtab.html`);
  for (let round = 0; round < 6; round++) {
    await writer.bringToFront();
    const text = `${words} ${round}`;
    await writer.evaluate(([mine, day]) => core.promise(mine, day), [text, today()] as const);
    // Playwright keeps every page focused, so the moment of coming back has to be played.
    await reader.bringToFront();
    await reader.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(reader.getByText(text)).toBeVisible({ timeout: 1000 });
  }
});

test('nothing depends on the background worker being alive', async ({ extension }) => {
  const { context, origin } = extension;
  const control = await context.newPage();
  await control.goto(`${origin}/journal.html#/today`);
  const devtools = await context.newCDPSession(control);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  const workers = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'service_worker').length;
  };
  await expect.poll(workers).toBe(0);

  const popup = await context.newPage();
  await popup.goto(`${origin}/popup.html`);
  await popup.getByRole('combobox').fill('There when');
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('There when I said. Noted.')).toBeVisible();
  await control.goto(`${origin}/journal.html#/wins`);
  await expect(control.getByText('There when I said').first()).toBeVisible();
});

test('three pages make a hundred edits each to one record and lose none', async ({ extension }) => {
  const { context, origin } = extension;
  const pages: Page[] = [];
  for (let count = 0; count < 3; count++) {
    const page = await context.newPage();
    await page.goto(`${origin}/blank.html`);
    await putCoreInto(page);
    pages.push(page);
  }
  await Promise.all(pages.map((page, index) => page.evaluate((mine) => core.editOne(mine, 100), `${index}`)));
  const [first] = pages as [Page];
  expect(await first.evaluate(() => core.edits())).toBe(300);
});
