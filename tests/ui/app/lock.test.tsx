import { recoveryIdentity } from '@core/backup/identity.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { reveal } from '@core/kernel/redacted.ts';
import { newRecoveryCode } from '@core/vault/recovery-code.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, heading, openApp, press, seen } from '../../support/open-app.tsx';

beforeEach(() => page.viewport(390, 844));

const passphrase = page.getByLabelText('Passphrase', { exact: true });
const again = page.getByLabelText('The same again');
const says = (words: string | RegExp) => expect.element(page.getByText(words).first()).toBeVisible();
const focused = () => document.activeElement as HTMLInputElement | null;
const code = () => document.querySelector('.lock-code')?.textContent ?? '';

async function toTheCode() {
  const host = await openApp({ to: 'lock' });
  await passphrase.fill('four ordinary words');
  await again.fill('four ordinary words');
  await press('Go on');
  await expect.element(heading('Recovery code')).toBeVisible();
  return host;
}

describe('turning a lock on', () => {
  test('a passphrase that is too short is said to be so, and the focus is where it can be mended', async () => {
    await openApp({ to: 'lock' });
    await passphrase.fill('short');
    await press('Go on');
    await says('At least 8 characters, so that it cannot simply be tried out.');
    await expect.poll(() => focused()?.value).toBe('short');
    expect(focused()?.getAttribute('aria-invalid')).toBe('true');
  });

  test('one that is not typed the same again is not taken', async () => {
    await openApp({ to: 'lock' });
    await passphrase.fill('four ordinary words');
    await again.fill('four ordinary wards');
    await press('Go on');
    await says('This is not the same as above.');
    await expect.poll(() => focused()?.value).toBe('four ordinary wards');
  });

  test('what is typed can be shown', async () => {
    await openApp({ to: 'lock' });
    await page.getByText('Show what I type').click();
    expect(document.querySelectorAll('input[type="password"]').length).toBe(0);
  });

  test('the code comes next, and whoever listens or types hears its name first', async () => {
    await toTheCode();
    await expect.poll(() => document.activeElement?.textContent).toBe('Recovery code');
    expect(code()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('a code that was copied wrongly does not count', async () => {
    const { ledger } = await toTheCode();
    await page
      .getByLabelText('Now type it from the paper')
      .fill(code().replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    await press('Turn on a lock');
    await says(/This is not the code above/);
    expect(ledger.locks).toEqual([]);
    expect(seen()).not.toContain('AGE-SECRET-KEY');
  });

  test('when it does not work, everything is as it was', async () => {
    const { ledger } = await toTheCode();
    ledger.refuseLocks('full');
    await page.getByLabelText('Now type it from the paper').fill(code().toLowerCase());
    await press('Turn on a lock');
    await says(/The storage on this device is full/);
    await says('Everything is as it was before.');
    await expect.element(button('Turn on a lock')).toBeEnabled();
  });

  test('on paper there is the code and the key of age, and nothing of the application', async () => {
    await toTheCode();
    const paper = document.querySelector('.lock-paper');
    expect(paper?.textContent).toContain(code());
    expect(paper?.textContent).toMatch(/AGE-SECRET-KEY-1[0-9A-Z]{58}/);
    expect(getComputedStyle(paper as Element).display).toBe('none');
  });
});

describe('unlocking', () => {
  const open = async () => {
    const made = await newRecoveryCode(systemRandom);
    const identity = reveal(await recoveryIdentity(made.secret));
    const host = await openApp({
      prepare: (one) => {
        one.secrets = { passphrase: 'four ordinary words', identity };
        one.refuseOpening = 'locked';
      },
    });
    await expect.element(heading('Locked')).toBeVisible();
    return { host, code: made.text };
  };

  test('the field has the focus; a wrong word is said to be wrong, and the right one opens', async () => {
    await open();
    await expect.poll(() => focused()?.type).toBe('password');
    await userEvent.keyboard('no{Enter}');
    await says(/That did not open it/);
    await passphrase.fill('four ordinary words');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  });

  test('a code with a slip of the pen is told from one that is no code, and the right one opens', async () => {
    const { code: right } = await open();
    await press('Use the recovery code');
    const field = page.getByLabelText('Recovery code');
    await expect.poll(() => focused()?.type).toBe('text');
    await field.fill('ABC');
    await press('Unlock');
    await says(/A recovery code has 28 letters and digits/);
    await field.fill(right.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    await press('Unlock');
    await says(/not as it was written down/);
    await field.fill(right.toLowerCase());
    await press('Unlock');
    await expect.element(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  });
});

describe('erasing', () => {
  test('another word than the one that is asked for erases nothing', async () => {
    await openApp({ to: 'erase' });
    await page.getByLabelText('To go on, type: erase').fill('yes');
    await press('Erase everything now');
    await says('Type “erase” to go on, or cancel.');
    await press('Cancel');
    await expect.element(heading('Settings')).toBeVisible();
  });
});
