import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, expect, test } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { extensionOrigin, openProfile } from '../support/profile.ts';
import { median, percentile, print } from './figures.ts';

// How long after navigation a new tab shows the promise, against the first paint of a static page that is a new tab
// too. The three browsers take turns in one run, so that a busy machine slows all of them alike.

const built = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const rounds = Number(process.env['ROUNDS'] ?? 40);
const records = 100_000;
const words = 'Home by 18:30; if not, I ring by 18:00.';

test('new tab: promise visible ÷ first paint of a blank page', async () => {
  const info = test.info();
  const blank = join(info.outputPath('blank-extension'));
  mkdirSync(blank, { recursive: true });
  writeFileSync(
    join(blank, 'newtab.html'),
    '<!doctype html><meta charset="utf-8"><title>New tab</title><p>A page.</p>',
  );
  writeFileSync(
    join(blank, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Blank',
      version: '1',
      chrome_url_overrides: { newtab: 'newtab.html' },
    }),
  );

  const contexts: Record<'blank' | 'empty' | 'full', BrowserContext> = {
    blank: await openProfile(info.outputPath('blank'), { extension: blank }),
    empty: await openProfile(info.outputPath('empty'), { extension: built }),
    full: await openProfile(info.outputPath('full'), { extension: built }),
  };
  const today = new Date().toLocaleDateString('sv');
  for (const name of ['empty', 'full'] as const) {
    const page = await contexts[name].newPage();
    await page.goto(`${await extensionOrigin(contexts[name])}/blank.html`);
    await putCoreInto(page);
    await page.evaluate(([text, day]) => core.promise(text, day), [words, today] as const);
    if (name === 'full') await page.evaluate(([count, day]) => core.fill(count, day), [records, today] as const);
    await page.close();
  }

  const times: Record<keyof typeof contexts, number[]> = { blank: [], empty: [], full: [] };
  for (let round = -3; round < rounds; round++) {
    for (const name of ['blank', 'empty', 'full'] as const) {
      const page = await contexts[name].newPage();
      await page.goto('chrome://newtab', { waitUntil: 'load' });
      if (name !== 'blank') await expect(page.getByText(words)).toBeVisible();
      const entry = name === 'blank' ? 'first-contentful-paint' : 'commitment-visible';
      await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, entry);
      const time = await page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN, entry);
      if (round >= 0) times[name].push(time);
      await page.close();
    }
  }
  for (const context of Object.values(contexts)) await context.close();

  for (const [name, list] of Object.entries(times)) {
    print(
      `new tab, ${name}`,
      `median ${median(list).toFixed(1)} ms, p90 ${percentile(list, 0.9).toFixed(1)} ms, n ${list.length}`,
    );
  }
  print('empty vault ÷ blank', (median(times.empty) / median(times.blank)).toFixed(3), 'goal ≤ 1.25');
  print('100,000 records ÷ blank', (median(times.full) / median(times.blank)).toFixed(3), 'goal ≤ 1.25');
  print('100,000 records ÷ empty', (median(times.full) / median(times.empty)).toFixed(3), 'goal 0.9 … 1.1');
  expect(times.full).toHaveLength(rounds);
});
