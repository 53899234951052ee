import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab } from '../support/extension-pages.ts';
import { answered, wrote } from '../support/records.ts';
import { expect, test } from './fixtures.ts';

// A32: what somebody sees on a shared screen tells nothing of what is written.

const lives = [
  {
    promises: [{ ...home, text: 'I call my sponsor before the meeting.', glance: 'Half past six' }],
    more: [
      ...answered('promise-0', '2026-11-20' as never, 'notKept', 'A hard day.'),
      ...wrote('e', 'Long.', '2026-11-20' as never),
    ],
  },
  { promises: [{ ...home, text: 'Tea.', glance: 'Half past six' }], more: [] },
];

const pictures: Buffer[] = [];

for (const [index, { promises, more }] of lives.entries()) {
  test(`A32: a discreet new tab, life ${index + 1}`, async ({ extension }) => {
    const { context, origin } = extension;
    await (await openArchive(context, origin)).write([...begun(promises, { glance: 'discreet' }), ...more]);
    const page = await openNewTab(context);
    await expect(page.getByRole('button', { name: 'Half past six' })).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en-US');
    pictures.push(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    expect(await page.title()).toBe('New tab');
    expect(await page.locator('link[rel~=icon]').count(), 'the icon is that of the browser').toBe(0);
    await page.goto(`${origin}/journal.html`);
    await expect(page.getByText('Nothing is shown until you ask.')).toBeVisible();
    expect(await page.title()).toBe('Kept');
  });
}

test('A32: two lives that differ in private words only look the same, pixel for pixel', () => {
  const [one, other] = pictures;
  expect(pictures).toHaveLength(2);
  expect(one && other && one.equals(other)).toBe(true);
});

test('A32: no name that the browser shows or stores says what this is for', async ({ extension }) => {
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(begun());
  const names = await archive.page.evaluate(async () => {
    const { storageBuckets } = navigator as never as {
      storageBuckets: { keys(): Promise<string[]>; open(name: string): Promise<{ indexedDB: IDBFactory }> };
    };
    const buckets = await storageBuckets.keys();
    const { indexedDB } = await storageBuckets.open('main');
    return { buckets, databases: (await indexedDB.databases()).map(({ name }) => name) };
  });
  expect(names).toEqual({ buckets: ['main'], databases: ['main'] });
  const built = resolve(import.meta.dirname, '../../dist');
  const shown = ['extension/chrome-mv3/_locales/en/messages.json', 'pwa/manifest.webmanifest', 'pwa/index.html'];
  for (const path of shown) {
    expect(readFileSync(resolve(built, path), 'utf8'), path).not.toMatch(/recover|addict|sober|drug|relapse|partner/i);
  }
});
