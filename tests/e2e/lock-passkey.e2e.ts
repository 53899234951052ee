import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { openArchive } from '../support/archive.ts';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { begun } from '../support/extension-pages.ts';
import { begin } from '../support/journal.ts';
import { lockNow, turnOnLock, unlockBy } from '../support/lock-by-hand.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ timeout: 90_000 }); // to work a key out of a passphrase takes a second, and several on a busy machine

/** A fingerprint reader that always recognises the person, until it is told not to. */
async function putReader(context: BrowserContext, page: Page, hasPrf = true) {
  const cdp: CDPSession = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf,
    },
  });
  return {
    knows: (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

async function addPasskey(page: Page, journal: string): Promise<void> {
  await page.goto(`${journal}#/lock`);
  await unlockBy(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
}

/** The whole way, on the page of one origin. `journal`: the address of the journal application. */
async function walk(context: BrowserContext, page: Page, journal: string): Promise<void> {
  const reader = await putReader(context, page);
  await turnOnLock(page, journal);
  await addPasskey(page, journal);
  await expect(page.getByText('Added. It opens the lock from now on.')).toBeVisible();
  await lockNow(page, journal);
  await page.getByRole('button', { name: 'Use the passkey' }).click();
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await lockNow(page, journal);
  await reader.knows(false);
  await page.getByRole('button', { name: 'Use the passkey' }).click();
  await expect(page.getByText('The browser or device did not go on. Nothing was changed.')).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).not.toHaveAttribute('aria-invalid');
  await unlockBy(page);
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
}

test('a passkey opens the lock of the extension', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  await walk(context, await context.newPage(), `${origin}/journal.html`);
});

test('a passkey opens the lock of the web app', async () => {
  // A passkey belongs to a domain, and 127.0.0.1 is none.
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  const context = await browser.newContext({ baseURL: 'http://localhost:4173' });
  const page = await context.newPage();
  await begin(page);
  await walk(context, page, '/');
  await browser.close();
});

test('a device that gives no secret is said to be none, and the passphrase goes on working', async ({ extension }) => {
  const { context, origin } = extension;
  const journal = `${origin}/journal.html`;
  await (await openArchive(context, origin)).write(begun());
  const page = await context.newPage();
  await putReader(context, page, false);
  await turnOnLock(page, journal);
  await addPasskey(page, journal);
  await expect(page.getByText(/This passkey cannot open a lock/)).toBeVisible();
  await lockNow(page, journal);
  await expect(page.getByRole('button', { name: 'Use the passkey' })).toHaveCount(0);
  await unlockBy(page);
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
});
