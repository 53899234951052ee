import { expectAccessible } from '../support/accessible.ts';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab, openPopup } from '../support/extension-pages.ts';
import { expect, test } from './fixtures.ts';

// What the person's system asks of a page: other colours, no motion, another direction, a narrow window.

test('with the colours of the system every answer keeps its edges, and the chosen win is marked', async ({
  extension,
}) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const page = await openNewTab(context);
  await page.emulateMedia({ forcedColors: 'active' });
  const answers = page.getByRole('group', { name: 'How did it go?' }).getByRole('button');
  await expect(answers).toHaveCount(5);
  for (const answer of await answers.all()) await expect(answer).toHaveCSS('border-inline-start-width', '1px');
  await expectAccessible(page);

  const popup = await openPopup(context, origin);
  await popup.emulateMedia({ forcedColors: 'active' });
  await popup.getByRole('combobox').press('ArrowDown');
  await expect(popup.getByRole('option', { selected: true })).toHaveCSS('outline-style', 'solid');
  await expectAccessible(popup);
});

test('who asked for less motion gets none', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const page = await openNewTab(context);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  const act = page.getByRole('heading', { name: 'Did what I said. Noted.' });
  await expect(act).toHaveCSS('animation-duration', '0s');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(act).toHaveCSS('animation-duration', '0.42s');
});

test('from right to left everything begins at the right, the promise included', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const page = await openNewTab(context);
  await expect(page.getByRole('heading', { name: home.text })).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const ends = await page.evaluate(() =>
    ['.face-date', '.promise', '.face-foot button'].map((place) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(place) ?? document.body);
      return Math.max(...[...range.getClientRects()].map(({ right }) => Math.round(right)));
    }),
  );
  expect(new Set(ends).size).toBe(1);
});

test('on a narrow window no sentence of the product is cut off', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const page = await openNewTab(context);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'A small win' }).click();
  const isCut = () =>
    page
      .locator('.pick-hint')
      .evaluate((hint) => hint.scrollWidth > hint.clientWidth || hint.scrollHeight > hint.clientHeight);
  await expect(page.getByText('Enter saves.')).toBeVisible();
  expect(await isCut()).toBe(false);
  await page.getByRole('combobox').fill('q '.repeat(300));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/This is longer than fits here/)).toBeVisible();
  expect(await isCut()).toBe(false);
});
