import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { putCoreInto } from '../support/core-in-page.ts';
import { extensionOrigin, openProfile } from '../support/profile.ts';
import { print } from './figures.ts';

const built = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');
const count = 10_000;

test('backing up and restoring 10,000 records', async () => {
  const context = await openProfile(test.info().outputPath('profile'), { extension: built });
  const page = await context.newPage();
  await page.goto(`${await extensionOrigin(context)}/blank.html`);
  await putCoreInto(page);
  const times = await page.evaluate((many) => core.timeBackup(many, '2026-11-23'), count);
  await context.close();
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  print('back up 10,000 records', `${seconds(times.backUp)}, ${(times.bytes / 1e6).toFixed(2)} MB`);
  print('open and check the file', seconds(times.open));
  print('restore 10,000 records', seconds(times.restore));
  print('restore them again, nothing to do', seconds(times.again));
  expect(times.changed).toBe(count);
});
