// Takes the two screenshots of the web manifest from the built PWA: run `npm run build:pwa`, this, and build once more.
// They are kept in git, because a build has no browser.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from './browsers.mjs';

const folder = resolve(import.meta.dirname, '../pwa/public/screenshots');
const sizes = [
  { name: 'narrow', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true },
  { name: 'wide', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, hasTouch: false },
];

mkdirSync(folder, { recursive: true });
const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
for (const { name, ...size } of sizes) {
  const context = await browser.newContext({ ...size, locale: 'en-GB', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  await writeAFewDays(page);
  await page.screenshot({ path: resolve(folder, `${name}.png`) });
  await context.close();
}
await browser.close();
await server.close();

/** What somebody has after their first minutes, made the way they make it. */
async function writeAFewDays(page) {
  const press = (words) => page.getByRole('button', { name: words, exact: true }).click();
  await page.getByLabel(/^Just me/).check();
  await press('Go on');
  await press('Home by 18:30; if not, I ring by 18:00.');
  await press('Save');
  await page.getByRole('link', { name: 'Promises' }).click();
  await press('New promise');
  await press('Phone in the drawer from 19:00 to 20:00.');
  await press('Save');
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('button', { name: 'Did not come up' }).nth(1).waitFor();
  // The word that something was saved would still stand there for a while.
  await page.locator('.shell-undo > *').waitFor({ state: 'detached', timeout: 30_000 });
}
