import { expect, test } from '@playwright/test';
import { begin, writeEntry } from '../support/journal.ts';
import { lockNow, prepareLock, turnOnLock, unlockBy } from '../support/lock-by-hand.ts';

test.describe.configure({ timeout: 90_000 }); // to work a key out of a passphrase takes a second, and several on a busy machine

const words = 'A plain day, and nobody asked.';

test('the lock in the web app: locked after a reload, opened without a network, each tab by itself', async ({
  page,
  context,
}) => {
  await begin(page);
  await writeEntry(page, words);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const other = await context.newPage();
  await other.goto('/#/journal');
  await expect(other.getByRole('button', { name: words })).toBeVisible();
  await turnOnLock(page, '/');
  await expect(other.getByRole('heading', { name: 'Locked' })).toBeVisible(); // the key is in the memory of one page alone

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(await page.content()).not.toContain('plain day');
  await context.setOffline(true);
  await page.reload();
  await unlockBy(page);
  await page.goto('/#/journal');
  await expect(page.getByRole('button', { name: words })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await unlockBy(other);
  await expect(other.getByRole('button', { name: words })).toBeVisible();

  await lockNow(page, '/');
  await expect(other.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 1000 });
});

test('what was being typed in a tab that has no key for the new lock is offered after unlocking', async ({
  page,
  context,
}) => {
  await begin(page);
  const writing = await context.newPage();
  await writing.goto('/#/journal/write');
  await prepareLock(page, '/');
  await writing.getByLabel('Your entry').fill('Begun');
  await page.getByRole('button', { name: 'Turn on a lock' }).click();
  let typed = '';
  while (await writing.getByLabel('Your entry').isVisible()) {
    const next = `${typed || 'Begun'}.`;
    const done = await writing
      .getByLabel('Your entry')
      .fill(next, { timeout: 200 })
      .then(
        () => true,
        () => false,
      );
    if (done) typed = next;
  }
  await unlockBy(writing);
  await expect(writing.getByRole('heading', { name: 'Locked' })).toHaveCount(0, { timeout: 15_000 });
  await writing.goto('/#/journal');
  await expect(writing.getByText(/^Begun/).first()).toBeVisible();
  const offered = await writing
    .getByText(/^Begun/)
    .first()
    .innerText();
  // What was typed in the instant in which the page was covered counts as typed after it.
  expect(offered.length).toBeGreaterThanOrEqual(typed.length - 1);
});
