import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { extensionOrigin, killBrowser, openProfile } from '../support/profile.ts';

// F45 in the browser: the lock is turned on, changed and taken away, and the browser is killed (SIGKILL) at a random
// moment of it. Afterwards the old way in opens or the new one, never neither, and every record is there.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const records = 320;
const kills = Number(process.env['KILLS'] ?? 8);

for (const backend of ['leveldb', 'sqlite'] as const) {
  test(`F45 a lock that is cut short keeps one way in and every record (${backend})`, async () => {
    test.setTimeout(300_000);
    const folder = test.info().outputPath('profile');
    const start = async () => {
      const context = await openProfile(folder, { extension, backend });
      const page = await context.newPage();
      await page.goto(`${await extensionOrigin(context)}/blank.html`);
      await putCoreInto(page);
      return { context, page };
    };
    let now = await start();
    await now.page.evaluate((count) => core.manyWins(count), records);
    // How long a whole change takes here, so that the moments of the kills are spread over it.
    const took = await now.page.evaluate(() => core.relock('none', 'word 0'));
    let way = 'word 0';
    const seen = { old: 0, new: 0 };
    for (let round = 1; round <= kills; round++) {
      const next = round % 3 === 0 ? 'none' : `word ${round}`;
      const moment = took * ((round - 0.5 + jitter()) / kills) * 1.6;
      now.page.evaluate(([from, to]) => core.relock(from, to), [way, next] as const).catch(() => {});
      await now.page.waitForTimeout(moment);
      await killBrowser(folder);
      await now.context.close().catch(() => {});
      now = await start();
      const found = await waysThatOpen(now.page, [way, next]);
      expect(found, `round ${round}, killed after ${moment.toFixed(0)} ms`).toHaveLength(1);
      const [opened = ''] = found;
      seen[opened === way ? 'old' : 'new'] += 1;
      way = opened;
    }
    console.log(`${backend}: ${kills} kills in changes of about ${took.toFixed(0)} ms, ended ${JSON.stringify(seen)}`);
    await now.context.close();
  });
}

const jitter = () => (Math.random() - 0.5) * 0.8;

/** Those of the two that open, each having been looked through. */
async function waysThatOpen(page: Page, ways: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (const way of ways) {
    const found = await page.evaluate((mine) => core.winsBehind(mine), way);
    if (found === undefined) continue;
    expect(found).toBe(records);
    open.push(way);
  }
  return open;
}
