import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { type Backend, lastDay, makeGoodProfile, openDamaged, recipes, records } from '../support/damage.ts';
import { extensionOrigin } from '../support/profile.ts';

// What damage to its files makes of a storage, on both of Chromium's engines: it is noticed every time, named where it
// can be, and never taken for a first run.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const good = (backend: Backend, end: 'closed' | 'killed') =>
  resolve(test.info().project.outputDir, `good-${backend}-${end}`);

const titles = [
  'Your data is not in this browser any more',
  'A part of your record is not here',
  'Your record did not open',
  'Something of your record is not as it was saved',
];

const told = (page: Page) => page.getByRole('heading').filter({ hasText: new RegExp(titles.join('|')) });

/** Most damage is told by then; some hits bytes that nobody uses, and then there is nothing to tell. */
async function isTold(page: Page): Promise<boolean> {
  const isThere = await told(page)
    .waitFor({ timeout: 8000 })
    .then(
      () => true,
      () => false,
    );
  await expect(page.getByText('Who might see this screen?')).toHaveCount(0);
  return isThere;
}

for (const backend of ['leveldb', 'sqlite'] as const) {
  test.describe
    .serial(backend, () => {
      test('a record is written, and the browser is closed once and killed once', async () => {
        test.setTimeout(60_000);
        for (const end of ['closed', 'killed'] as const)
          await makeGoodProfile(good(backend, end), extension, backend, end);
        const nothing = { name: '', backend, inflict: () => {} };
        const folder = test.info().outputPath('profile');
        const { context, page } = await openDamaged(good(backend, 'closed'), folder, extension, nothing);
        await page.waitForTimeout(4000);
        for (const title of titles) await expect(page.getByText(title)).toHaveCount(0);
        await context.close();
      });

      let noticed = 0;
      for (const recipe of recipes.filter((one) => one.backend === backend)) {
        test(`${recipe.name}: is noticed`, async () => {
          const from = good(backend, recipe.killed ? 'killed' : 'closed');
          const { context, page } = await openDamaged(from, test.info().outputPath('profile'), extension, recipe);
          const tab = await context.newPage();
          if (await isTold(page)) {
            noticed += 1;
            console.log(`${backend}, ${recipe.name}: ${await told(page).innerText()}`);
            // The first thing that most people see is a new tab: it says so, too, or leads there.
            await tab.goto('chrome://newtab');
            await expect(tab.getByText('Something here needs a look')).toBeVisible();
            await expect(tab.getByText('Begin with one small promise')).toHaveCount(0);
          } else {
            console.log(`${backend}, ${recipe.name}: nothing was lost`);
            await tab.goto(`${await extensionOrigin(context)}/blank.html`);
            await putCoreInto(tab);
            expect(await tab.evaluate((day) => core.diary(day), lastDay)).toEqual([records, records]);
          }
          await context.close();
        });
      }

      test('hardly any of this damage was harmless', () => {
        expect(noticed).toBeGreaterThanOrEqual(recipes.filter((one) => one.backend === backend).length - 2);
      });
    });
}

test('what is left after a lost tail is named by its last day, and can be gone on from', async () => {
  const recipe = recipes.find(({ name }) => name === 'the biggest file cut to 60 %');
  if (!recipe) throw new Error('there is no such recipe');
  const folder = test.info().outputPath('profile');
  const { context, page } = await openDamaged(good('leveldb', 'closed'), folder, extension, recipe);
  await expect(page.getByText(/^What you saved after \w+, .*\d+.* is not here/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on with what is here' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.waitForTimeout(4000);
  for (const title of titles) await expect(page.getByText(title)).toHaveCount(0);
  await context.close();
});

test('a storage that never opens stays as it is, and a new one beside it is the one that is found from then on', async () => {
  const recipe = recipes.find(({ name }) => name === 'CURRENT overwritten');
  if (!recipe) throw new Error('there is no such recipe');
  const folder = test.info().outputPath('profile');
  const { context, page } = await openDamaged(good('leveldb', 'closed'), folder, extension, recipe);
  await page.getByRole('button', { name: 'Begin beside it', exact: true }).click();
  await expect(page.getByText('Who might see this screen?')).toBeVisible();
  await page.getByRole('radio', { name: 'Just me' }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  const other = await context.newPage();
  await other.goto(`${await extensionOrigin(context)}/journal.html`);
  await expect(other.getByRole('navigation')).toBeVisible();
  const places = () => (navigator as never as Buckets).storageBuckets.keys();
  expect(await other.evaluate(places)).toEqual(['main', 'main-2']);
  await context.close();
});

interface Buckets {
  storageBuckets: { keys(): Promise<string[]> };
}
