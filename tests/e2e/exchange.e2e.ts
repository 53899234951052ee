import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { begin, writeEntry } from '../support/journal.ts';
import { openProfile } from '../support/profile.ts';
import { dayOneZip } from '../support/zips.ts';
import { expect, test } from './fixtures.ts';

const hostile = '<img src=x onerror="globalThis.pwned=1"> =1+1 \u202E';

/** What the page's policy and Trusted Types refuse; and whether a hostile text got to run. */
function watch(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|Trusted Type/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  return refused;
}

async function takeOut(page: Page, app: string, form: RegExp): Promise<{ name: string; path: string }> {
  await page.goto(`${app}#/settings/export`);
  await page.getByLabel(form).check();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make the file' }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), path: await download.path() };
}

async function bringIn(page: Page, app: string, file: string | { name: string; bytes: Uint8Array }): Promise<void> {
  await page.goto(`${app}#/settings/import`);
  const chosen =
    typeof file === 'string' ? file : { name: file.name, mimeType: 'application/zip', buffer: Buffer.from(file.bytes) };
  await page.locator('input[type=file]').setInputFiles(chosen);
}

test('what goes out of one profile comes into a fresh one, word for word and once', async ({ page, baseURL }, info) => {
  const refused = watch(page);
  await begin(page);
  await writeEntry(page, `Words to carry.\n\n${hostile}`);
  await page.goto('/#/today');
  await page.getByRole('button', { name: 'Changed, and I said so in time' }).click();
  const json = await takeOut(page, '/', /^One file for programs/);
  expect(json.name).toMatch(/^export-\d{4}-\d\d-\d\d\.json$/);
  const folder = await takeOut(page, '/', /^A folder to read/);
  expect(Object.keys(unzipSync(readFileSync(folder.path)))).toContain('promises.md');

  const fresh = await openProfile(info.outputPath('fresh'));
  try {
    const other = await fresh.newPage();
    const refusedThere = watch(other);
    await begin(other, `${baseURL}/`);
    await bringIn(other, `${baseURL}/`, json.path);
    await expect(other.getByRole('heading', { name: 'From Kept' })).toBeVisible();
    await expect(other.getByText('1 entry')).toBeVisible();
    await other.getByRole('button', { name: 'Bring it in' }).click();
    await expect(other.getByRole('heading', { name: /records came in/ })).toBeFocused();
    const again = await takeOut(other, `${baseURL}/`, /^One file for programs/);
    const linesOf = (path: string) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.includes('Words to carry'));
    expect(linesOf(again.path).map((line) => line.replace(/,$/, ''))).toEqual(
      linesOf(json.path).map((line) => line.replace(/,$/, '')),
    );
    await bringIn(other, `${baseURL}/`, json.path);
    await expect(other.getByText('There is nothing new in it for this record.')).toBeVisible();
    await other.goto(`${baseURL}/#/journal`);
    await other.getByRole('button', { name: /^Words to carry/ }).click();
    await expect(other.getByText(/onerror=/)).toBeVisible();
    expect(await other.evaluate(() => Reflect.get(globalThis, 'pwned'))).toBeUndefined();
    expect(refusedThere).toEqual([]);
  } finally {
    await fresh.close();
  }
  expect(refused).toEqual([]);
});

test('the journal page of the extension reads and writes files in a worker of its own, and takes an import back', async ({
  extension,
}) => {
  const app = `${extension.origin}/journal.html`;
  const page = await extension.context.newPage();
  const refused = watch(page);
  await begin(page, app);
  const entries = Array.from({ length: 400 }, (_, index) => ({
    ...{ uuid: `U${index}`, creationDate: new Date(Date.UTC(2020, 0, 1 + index)).toISOString(), timeZone: 'UTC' },
    text: `Entry ${index}. ${hostile}`,
  }));
  await bringIn(page, app, { name: 'export.zip', bytes: dayOneZip(entries) });
  await expect(page.getByText('400 entries')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByRole('heading', { name: '400 records came in' })).toBeVisible();
  const { path } = await takeOut(page, app, /^Tables/);
  expect(Object.keys(unzipSync(readFileSync(path))).sort()).toEqual(['journal.csv', 'promises.csv']);

  await bringIn(page, app, {
    name: 'export.zip',
    bytes: dayOneZip(entries.map((one) => ({ ...one, uuid: `${one.uuid}b` }))),
  });
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Taken back. Everything else is as it was.')).toBeVisible();
  await bringIn(page, app, { name: 'export.zip', bytes: dayOneZip(entries) });
  await expect(page.getByText('400 records of it are here already. They stay as they are.')).toBeVisible();
  expect(refused).toEqual([]);
});
