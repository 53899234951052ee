import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { extensionOrigin, killBrowser, openProfile } from '../support/profile.ts';

// F40: a restore that is killed leaves the record as it was or as it is to be.

const extension = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const count = 3000;
/** Milliseconds after the last row was sealed; the last one is killed when it is done. */
const delays = [0, 200, 600, 1500, 'done'] as const;

interface Reporter {
  report(word: string): Promise<void>;
}

for (const backend of ['leveldb', 'sqlite'] as const) {
  test(`a restore that is killed in the middle is there whole or not at all (${backend})`, async () => {
    test.setTimeout(240_000);
    const ends = { whole: 0, none: 0 };
    for (const delay of delays) {
      const folder = test.info().outputPath(`profile-${delay}`);
      const context = await openProfile(folder, { extension, backend });
      const words: string[] = [];
      let whenSealed = () => {};
      const sealed = new Promise<void>((done) => {
        whenSealed = done;
      });
      await context.exposeBinding('report', (_source, word: string) => {
        words.push(word);
        if (word === 'sealed') whenSealed();
      });
      const page = await context.newPage();
      await page.goto(`${await extensionOrigin(context)}/blank.html`);
      await putCoreInto(page);
      await page.evaluate(() => core.write(core.triple('before')));
      page.evaluate((many) => core.takeInMany(many, (globalThis as never as Reporter).report), count).catch(() => {});
      await sealed; // from here on it is written
      if (delay === 'done') await expect.poll(() => words, { timeout: 60_000 }).toContain('done');
      else await new Promise((done) => setTimeout(done, delay));
      await killBrowser(folder);
      await context.close().catch(() => {});

      const again = await openProfile(folder, { extension, backend });
      const look = await again.newPage();
      await look.goto(`${await extensionOrigin(again)}/blank.html`);
      await putCoreInto(look);
      const { there, brokenLinks, damaged } = await look.evaluate(() => core.takenIn());
      const { whole } = await look.evaluate(() => core.census());
      await again.close();
      expect([0, count]).toContain(there);
      expect({ brokenLinks, damaged }).toEqual({ brokenLinks: 0, damaged: 0 });
      expect(whole).toContain('before');
      if (words.includes('done')) expect(there).toBe(count);
      ends[there === 0 ? 'none' : 'whole'] += 1;
    }
    console.log(`${backend}: ${delays.length} kills, ${ends.whole} whole, ${ends.none} not at all`);
  });
}
