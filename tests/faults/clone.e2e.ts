import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { extensionOrigin, openProfile } from '../support/profile.ts';

// A30: several tabs share a key, and a profile that is copied or put back goes on with the same one. A nonce that was counted
// would come again.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

/** A page with the core in it, in which every sealing leaves its nonce behind. */
async function openSealer(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${await extensionOrigin(context)}/blank.html`);
  await putCoreInto(page);
  await page.evaluate(() => {
    const nonces: string[] = [];
    Reflect.set(globalThis, 'nonces', nonces);
    const real = crypto.subtle.encrypt.bind(crypto.subtle);
    crypto.subtle.encrypt = (algorithm, key, data) => {
      nonces.push(String((algorithm as AesGcmParams).iv));
      return real(algorithm, key, data);
    };
  });
  return page;
}

const fill = async (page: Page, count: number): Promise<string[]> => {
  await page.evaluate((many) => core.fill(many, '2026-11-23'), count);
  return page.evaluate(() => Reflect.get(globalThis, 'nonces') as string[]);
};

test('A30: three tabs and two copies of a profile never seal twice with one nonce', async () => {
  test.setTimeout(180_000);
  const folder = test.info().outputPath('profile');
  const context = await openProfile(folder, { extension });
  const tabs = [await openSealer(context), await openSealer(context), await openSealer(context)];
  const nonces = (await Promise.all(tabs.map((page) => fill(page, 10_000)))).flat();
  await context.close();

  for (const name of ['copy-1', 'copy-2']) {
    const copy = test.info().outputPath(name);
    cpSync(folder, copy, { recursive: true, filter: (path) => !/Singleton/.test(path) });
    const again = await openProfile(copy, { extension });
    nonces.push(...(await fill(await openSealer(again), 3_000)));
    await again.close();
  }
  console.log(`${nonces.length} sealings`);
  expect(nonces.length).toBeGreaterThan(36_000);
  expect(new Set(nonces).size).toBe(nonces.length);
});
