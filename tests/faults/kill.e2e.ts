import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { extensionOrigin, killBrowser, openProfile } from '../support/profile.ts';

// The browser is killed (SIGKILL) while three tabs write as fast as they can. What a tab was told is stored must be
// there afterwards, whole, and the chain must agree with the rows. A kill keeps the operating system's page cache, so
// this shows nothing about power loss.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const rounds = 6;
const tabs = 3;
const wanted = 2000;

for (const backend of ['leveldb', 'sqlite'] as const) {
  test(`nothing that was reported as stored is lost or torn when the browser is killed (${backend})`, async () => {
    const info = test.info();
    test.setTimeout(300_000);
    const folder = info.outputPath('profile');
    const acknowledged = new Set<string>();

    for (let round = 0; round < rounds || acknowledged.size < wanted; round++) {
      expect(round, 'the storm is too slow to reach its number').toBeLessThan(rounds * 5);
      const context = await openProfile(folder, { extension, backend });
      const origin = await extensionOrigin(context);
      const target = Math.ceil((wanted / rounds) * (round + 1));
      const enough = new Promise<void>((done) => {
        const report = (_source: unknown, name: string) => {
          acknowledged.add(name);
          if (acknowledged.size >= target) done();
        };
        void context.exposeBinding('report', report);
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
      `${backend}: ${acknowledged.size} acknowledged, ${whole.length} found, ${lost.length} lost, ${torn.length} torn`,
    );
    expect({ lost, torn, damaged, brokenLinks }).toEqual({ lost: [], torn: [], damaged: 0, brokenLinks: 0 });
    expect(acknowledged.size).toBeGreaterThanOrEqual(wanted);
  });
}

interface Reporter {
  report(name: string): Promise<void>;
}
