import type { OutcomeResult } from '@core/domain/outcome.ts';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab, question, today } from '../support/extension-pages.ts';
import { expect, test } from './fixtures.ts';

// The first moment: a new tab opens, and today's promise is there, to be answered with one key or click.

const answers: readonly [label: string, result: OutcomeResult, after: string][] = [
  ['Kept', 'kept', 'Did what I said. Noted.'],
  ['Partly', 'partly', 'Part of it is real. Which part?'],
  ['Changed, and I said so in time', 'changedWithNotice', 'Said early that it would change. Noted.'],
  ['Not kept', 'notKept', 'Thank you for saying it as it is.'],
  ['Did not come up', 'didNotComeUp', 'Nothing owed.'],
];

test('a new tab shows the promise in the person’s own words and leaves the address bar alone', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  await context.addInitScript(() => {
    const calls = { focus: 0 };
    Object.assign(globalThis, { calls });
    for (const kind of [HTMLElement.prototype, SVGElement.prototype]) {
      kind.focus = () => {
        calls.focus += 1;
      };
    }
  });
  const page = await openNewTab(context);
  expect(page.url()).toBe(`${origin}/newtab.html`);
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('commitment-visible').length)).toBe(1);
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
  expect(await page.title()).toBe('New tab');
  const focus = () => [document.activeElement === document.body, Reflect.get(globalThis, 'calls')];
  expect(await page.evaluate(focus)).toEqual([true, { focus: 0 }]);
  await expectAccessible(page);
});

test('at most seven things are to be seen', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const page = await openNewTab(context);
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  const places = 'header a, .face-date, .promise, .answers, .face-foot, .ways a';
  await expect(page.locator(places)).toHaveCount(7);
  const strays = await page.evaluate((known) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (text.textContent?.trim() && !parent?.closest(`${known}, .visually-hidden`)) found.push(text.textContent);
    }
    return found;
  }, places);
  expect(strays).toEqual([]);
});

for (const [index, [label, result, after]] of answers.entries()) {
  test(`“${label}” by click and by the key ${index + 1} is stored, and said to be`, async ({ extension }) => {
    const { context, origin } = extension;
    const archive = await openArchive(context, origin);
    await archive.write(begun([home, question]));
    const page = await openNewTab(context);
    const stored = async () =>
      (await archive.records('outcome')).map((fields) => [fields['of'], fields['day'], fields['result']]).sort();

    await page.getByRole('button', { name: label, exact: true }).click();
    await expect(page.getByRole('heading', { name: after })).toBeVisible();
    expect(await stored()).toEqual([['promise-0', today(), result]]);
    await expectAccessible(page);
    await page.getByRole('button', { name: /^(Go on|Leave it)$/ }).click();

    await expect(page.getByRole('heading', { name: question.text })).toBeVisible();
    await page.keyboard.press(String(index + 1));
    await expect(page.getByRole('heading', { name: after })).toBeVisible();
    expect(await stored()).toEqual([
      ['promise-0', today(), result],
      ['promise-1', today(), result],
    ]);
    const told = result === 'changedWithNotice' ? ['toldEarly', 'toldEarly'] : [];
    expect((await archive.records('win')).map((fields) => fields['of'])).toEqual(told);
    await page.getByRole('button', { name: /^(Go on|Leave it)$/ }).click();
    await expect(page.getByRole('heading', { name: 'That is all for today.' })).toBeVisible();
  });
}

for (const [name, press] of [
  ['click', () => document.querySelector<HTMLElement>('.answers button')?.click()],
  ['key', () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))],
] as const) {
  test(`a ${name} in the very moment in which the promise comes up is not lost`, async ({ extension }) => {
    const { context, origin } = extension;
    const archive = await openArchive(context, origin);
    await archive.write(begun([home, question]));
    const page = await context.newPage();
    // The promise is on the screen before the rest of the page is loaded: that is when this presses.
    await page.addInitScript(`new MutationObserver((_changes, watch) => {
      if (!document.querySelector('.answers')) return;
      watch.disconnect();
      (${press})();
    }).observe(document, { childList: true, subtree: true });`);
    await page.goto('chrome://newtab');
    await expect(page.getByRole('heading', { name: 'Did what I said. Noted.' })).toBeVisible();
    expect(await archive.records('outcome')).toMatchObject([{ of: 'promise-0', result: 'kept' }]);
  });
}

test('what an answer left open can be said, and is stored with it', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const page = await openNewTab(context);
  await page.getByRole('button', { name: 'Not kept', exact: true }).click();
  await page.getByLabel('What would make it smaller?').fill('Ring first.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('That is all for today.')).toBeVisible();
  expect(await archive.records('outcome')).toMatchObject([{ result: 'notKept', note: 'Ring first.' }]);
});

test('an answer can be taken back, and the promise stands there again', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([home, question]));
  const page = await openNewTab(context);
  await page.getByRole('button', { name: 'Changed, and I said so in time' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  expect([...(await archive.records('outcome')), ...(await archive.records('win'))]).toEqual([]);
});

test('a kept promise is celebrated: the act, three sentences, quiet, own words; then the next one comes', async ({
  extension,
}) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([home, question]));
  const page = await openNewTab(context);
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Did what I said. Noted.' })).toBeVisible();
  await expect(page.getByText('A first. What made it possible?')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText([
    'You were there when you said you would be.',
    'You left early enough that nobody had to wonder.',
    'Today the clock and your word agreed.',
    'None of these',
  ]);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Today the clock and your word agreed.' }).click();
  await expect(page.getByText('Stay with that for a moment.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('In your own words, if you like').fill('I left at ten past.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: question.text })).toBeVisible();
  expect(await archive.records('celebration')).toMatchObject([
    { promptKey: 'punctualityC', ownWords: 'I left at ten past.', stage: 'app', day: today() },
  ]);
});

test('after the chosen sentence it is quiet for ten seconds, and then there is room for own words', async ({
  extension,
}) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('chrome://newtab');
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await page.getByRole('button', { name: 'Today the clock and your word agreed.' }).click();
  await expect(page.getByText('Stay with that for a moment.')).toBeVisible();
  await page.clock.pauseAt(Date.now() + 5_000);
  await expect(page.getByText('Stay with that for a moment.')).toBeVisible();
  await page.clock.fastForward(7_000);
  await expect(page.getByLabel('In your own words, if you like')).toBeVisible();
});

test('a small win is noted from the new tab, with what was typed as its note', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const page = await openNewTab(context);
  await page.getByRole('button', { name: 'A small win' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox').fill('Heard them');
  await page.getByRole('option', { name: 'Heard them out' }).click();
  await expect(page.getByRole('heading', { name: 'Heard them out. Noted.' })).toBeVisible();
  expect(await archive.records('win')).toMatchObject([{ of: 'listened', day: today() }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  expect(await archive.records('win')).toEqual([]);
});

test('the whole of it works by keyboard alone', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun([home, question]));
  const page = await openNewTab(context);
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  const order: string[] = [];
  for (let presses = 0; presses < 9; presses++) order.push(await tab(page));
  expect(order).toEqual([
    'Hide this page',
    ...answers.map(([label]) => label),
    'A small win',
    'Journal',
    'Hard moment',
  ]);

  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: 'Did what I said. Noted.' })).toBeVisible();
  await expect.poll(() => tab(page)).toBe('You were there when you said you would be.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Stay with that')).toBeVisible();
  expect(await tab(page)).toBe('Go on');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox')).toBeFocused(); // where the pressed button stood there is a field now
  await page.keyboard.type('By myself.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: question.text })).toBeVisible();
  expect(await archive.records('celebration')).toMatchObject([{ ownWords: 'By myself.' }]);

  await expect.poll(() => tab(page)).toBe('A small win');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('kept st');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Kept steady. Noted.' })).toBeVisible();
});

/** One press of Tab, and what has the focus after it. */
async function tab(page: Page): Promise<string> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}
