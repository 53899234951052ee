import { recipientOf, recoveryIdentity } from '@core/backup/identity.ts';
import { type BackupRecipient, makeBackup } from '@core/backup/make.ts';
import { readBackups } from '@core/backup/waiting.ts';
import { settingsEdit } from '@core/domain/settings.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { redact } from '@core/kernel/redacted.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { newRecoveryCode } from '@core/vault/recovery-code.ts';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { standingClock } from '../../support/clock.ts';
import { createFakeHost } from '../../support/fake-host.ts';
import { button, press, seen, settled, showApp } from '../../support/open-app.tsx';
import { monday, promised, won, wrote } from '../../support/records.ts';
import { must, openRig } from '../../support/vault-rig.ts';

const newCode = async () => {
  const { text, secret } = await newRecoveryCode(systemRandom);
  return { text, recipient: await recipientOf(await recoveryIdentity(secret)) };
};

/** The application on a real vault. */
async function openOn(ledger: Ledger, to: string, at = '2026-11-23T09:00:00Z') {
  const host = { ...createFakeHost(at), openLedger: async () => ({ ok: true, value: ledger }) as const };
  await showApp(host as unknown as ReturnType<typeof createFakeHost>, to);
  await settled();
  return host;
}

async function begun(at = '2026-11-23T08:00:00Z') {
  const clock = standingClock(at);
  const ledger = await openRig({ clock });
  must(await ledger.commit([settingsEdit({ started: true, seenWarning: true, glance: 'own' })]));
  must(await ledger.commit(promised('p1', 'Call my mother')));
  must(await ledger.commit(won('w1', 'followedThrough', monday)));
  must(await ledger.commit(wrote('e1', 'A quiet day.', monday)));
  return { ledger, clock };
}

const backupOf = async (ledger: Ledger, to: BackupRecipient, name = 'backup-2026-11-23.age') =>
  new File([must(await ledger.withVault((vault) => makeBackup(vault, to))).bytes], name);

/** What the browser does when a file was chosen. */
async function choose(file: File) {
  await expect.poll(() => document.querySelector('input[type=file]')).not.toBeNull();
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const carrier = new DataTransfer();
  carrier.items.add(file);
  if (!input) throw new Error('no place for a file');
  input.files = carrier.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

const accessible = async () =>
  (await axe.run(document.body)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('a recovery code counts only when it was typed in from the paper', async () => {
  const { ledger } = await begun();
  await openOn(ledger, 'settings/code');
  await expect.element(button('Print')).toBeVisible();
  const text = document.querySelector('.backup-code')?.textContent ?? '';
  const field = page.getByLabelText('Recovery code');
  await field.fill('1234');
  await press('Compare');
  await expect.element(page.getByText(/A code has 28 letters and digits/)).toBeVisible();
  await field.fill((await newCode()).text);
  await press('Compare');
  await expect.element(page.getByText('This is a code, but not the one above.')).toBeVisible();
  expect(must(await ledger.withVault(readBackups)).state.recipient).toBeUndefined();
  expect(await accessible()).toEqual([]);
  await field.fill(text.toLowerCase().replaceAll('-', ' '));
  await press('Compare');
  await expect.element(page.getByText(/From now on backups are locked for this code/)).toBeVisible();
  expect(must(await ledger.withVault(readBackups)).state.recipient).toMatch(/^age1/);
});

test('the page of backups says what is true, and asks for a passphrase that is one', async () => {
  const { ledger } = await begun();
  await openOn(ledger, 'settings/backup');
  await expect.element(page.getByText('Nothing is backed up yet.')).toBeVisible();
  await page.getByText('Lock it with a passphrase instead').click();
  await page.getByLabelText('Passphrase').fill('short');
  await press('Save a backup file');
  await expect.element(page.getByText(/shorter than 12 characters/)).toBeVisible();
  await page.getByLabelText('Passphrase').fill('seven quiet herons');
  await page.getByLabelText('The same once more').fill('seven quiet heron');
  await press('Save a backup file');
  await expect.element(page.getByText(/The two are not the same/)).toBeVisible();
  expect(await accessible()).toEqual([]);
});

describe('restoring', () => {
  test('shows what would happen, does it once, and says so', async () => {
    const { ledger: there } = await begun();
    const code = await newCode();
    const file = await backupOf(there, code);
    const { ledger } = await begun();
    await openOn(ledger, 'settings/restore');
    await choose(file);
    await page.getByLabelText('Recovery code').fill(code.text);
    await press('Open it');
    await expect.element(page.getByText(/A backup of Monday/)).toBeVisible();
    expect(await accessible()).toEqual([]);
    await press('Restore');
    await expect.element(page.getByText(/^Restored:/)).toBeVisible();
    await openOn(ledger, 'settings/restore');
    await choose(file);
    await page.getByLabelText('Recovery code').fill(code.text);
    await press('Open it');
    await expect.element(page.getByText('Everything in this file is here already.')).toBeVisible();
    expect(page.getByRole('button', { name: 'Restore', exact: true }).elements()).toEqual([]);
  });

  test('brings a deleted record back only when that is chosen', async () => {
    const { ledger } = await begun();
    const code = await newCode();
    const file = await backupOf(ledger, code);
    must(await ledger.commit([{ kind: 'win', row: { id: 'w1' }, set: { deleted: true } }]));
    await openOn(ledger, 'settings/restore');
    await choose(file);
    await page.getByLabelText('Recovery code').fill(code.text);
    await press('Open it');
    await expect.element(page.getByText('Deleted here: stays deleted')).toBeVisible();
    expect(seen()).toContain('1 win');
    await page.getByLabelText('Bring these back as well').click();
    await press('Restore');
    await expect.element(page.getByText('Restored: one record was written.')).toBeVisible();
    expect(must(await ledger.get('w1'))?.fields['deleted']).toBe(false);
  });

  test('says in a sentence what is wrong with a file or a key, and writes nothing', async () => {
    const { ledger } = await begun();
    const code = await newCode();
    const good = await backupOf(ledger, code);
    const locked = await backupOf(ledger, { passphrase: redact('seven quiet herons') });
    const before = must(await ledger.revision());
    await openOn(ledger, 'settings/restore');
    const files: [Blob[], RegExp][] = [
      [[], /This file is empty/],
      [['PK a zip'] as unknown as Blob[], /not a backup that Kept can open/],
    ];
    for (const [parts, sentence] of files) {
      await choose(new File(parts, 'backup.age'));
      await expect.element(page.getByText(sentence)).toBeVisible();
    }
    await choose(new File([good.slice(0, good.size - 5)], 'backup.age'));
    await page.getByLabelText('Recovery code').fill(code.text);
    await press('Open it');
    await expect.element(page.getByText(/This file is damaged/)).toBeVisible();
    await choose(good);
    await page.getByLabelText('Recovery code').fill((await newCode()).text);
    await press('Open it');
    await expect.element(page.getByText(/This recovery code does not open this file/)).toBeVisible();
    await choose(locked);
    await page.getByLabelText('Passphrase').fill('another one');
    await press('Open it');
    await expect.element(page.getByText(/The passphrase does not open this file/)).toBeVisible();
    expect(must(await ledger.revision())).toBe(before);
  });

  test('is offered at the first run, and brings the settings with it', async () => {
    const { ledger: there } = await begun();
    const code = await newCode();
    const file = await backupOf(there, code);
    const fresh = await openRig({ clock: standingClock('2026-11-23T08:00:00Z') });
    await openOn(fresh, 'today');
    await press('I used Kept before');
    await press('Restore a backup');
    await expect.element(button('Choose a backup file')).toBeVisible();
    expect(document.querySelector('nav')).toBeNull();
    await choose(file);
    await page.getByLabelText('Recovery code').fill(code.text);
    await press('Open it');
    expect(seen()).not.toContain('backup.');
    await press('Restore');
    await press('Go to Today');
    await expect.element(page.getByText('Call my mother')).toBeVisible();
  });
});

describe('the reminder on Today', () => {
  const words = /is in no backup/;
  test('comes when something is in no backup for a week, and stays away for a week when it is put aside', async () => {
    const { ledger, clock } = await begun();
    clock.at += 6 * 86_400_000;
    await openOn(ledger, 'today');
    await new Promise((done) => setTimeout(done, 300));
    expect(seen()).not.toMatch(words);
    clock.at += 86_400_000;
    await openOn(ledger, 'today');
    await expect.element(page.getByText(words)).toBeVisible();
    await press('Not now');
    await expect.poll(seen).not.toMatch(words);
    clock.at += 86_400_000;
    await openOn(ledger, 'today');
    await new Promise((done) => setTimeout(done, 300));
    expect(seen()).not.toMatch(words);
  });
});
