import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { putCoreInto } from './core-in-page.ts';
import { extensionOrigin, killBrowser, openProfile } from './profile.ts';

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const tabs = 3;

export interface Storm {
  readonly backend: 'leveldb' | 'sqlite';
  /** How many writes have to be reported as stored before it is over. */
  readonly writes: number;
  /** How often the browser is killed meanwhile. */
  readonly kills: number;
}

/**
 * Three tabs write as fast as they can, and the browser is killed (SIGKILL) again and again. What a tab was told is
 * stored must be there afterwards, whole, and the chain must agree with the rows. A kill keeps the operating system's
 * page cache, so this shows nothing about power loss.
 */
export async function surviveStorm({ backend, writes, kills }: Storm): Promise<void> {
  const folder = test.info().outputPath('profile');
  const acknowledged = new Set<string>();
  for (let round = 0; round < kills; round++) {
    const context = await openProfile(folder, { extension, backend });
    const origin = await extensionOrigin(context);
    const target = Math.ceil((writes / kills) * (round + 1));
    const enough = new Promise<void>((done) => {
      void context.exposeBinding('report', (_source, name: string) => {
        acknowledged.add(name);
        if (acknowledged.size >= target) done();
      });
    });
    for (let tab = 0; tab < tabs; tab++) {
      const page = await context.newPage();
      await page.goto(`${origin}/blank.html`);
      await putCoreInto(page);
      const name = `${round}.${tab}`;
      page.evaluate((mine) => core.storm(mine, (globalThis as never as Reporter).report), name).catch(() => {});
    }
    await enough;
    await killBrowser(folder);
    await context.close().catch(() => {});
  }

  const context = await openProfile(folder, { extension, backend });
  const page = await context.newPage();
  await page.goto(`${await extensionOrigin(context)}/blank.html`);
  await putCoreInto(page);
  const { whole, torn, damaged, brokenLinks } = await page.evaluate(() => core.census());
  await context.close();
  const there = new Set(whole);
  const lost = [...acknowledged].filter((name) => !there.has(name));
  console.log(
    `${backend}: ${kills} kills, ${acknowledged.size} writes acknowledged, ${lost.length} lost, ${torn.length} torn`,
  );
  expect({ lost, torn, damaged, brokenLinks }).toEqual({ lost: [], torn: [], damaged: 0, brokenLinks: 0 });
  expect(acknowledged.size).toBeGreaterThanOrEqual(writes);
}

interface Reporter {
  report(name: string): Promise<void>;
}
