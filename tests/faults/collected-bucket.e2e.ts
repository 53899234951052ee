import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { extensionOrigin, openProfile } from '../support/profile.ts';

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

test('writing goes on after the browser collected its garbage', async () => {
  // Chromium stops the transactions of a storage bucket whose object was collected, without a word.
  const context = await openProfile(test.info().outputPath('profile'), { extension });
  const page = await context.newPage();
  await page.goto(`${await extensionOrigin(context)}/blank.html`);
  await putCoreInto(page);
  await page.evaluate(() => core.keepOpen());
  const devtools = await context.newCDPSession(page);
  for (let round = 0; round < 5; round++) {
    expect(await page.evaluate((name) => core.writeToOpen(name), `round ${round}`)).toBe('stored');
    await devtools.send('HeapProfiler.collectGarbage');
  }
  await context.close();
});
