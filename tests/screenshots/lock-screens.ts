// The screens of the lock: before there is one, while it is open, while it is closed.

import type { Page } from '@playwright/test';
import { passphrase, turnOnFrom, unlockBy } from '../support/lock-by-hand.ts';
import type { Screen } from './screens.ts';

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();

export const beforeLock: readonly Screen[] = [
  { name: 'lock-turn-on', at: 'journal.html#/lock', shows: 'The same again' },
  { name: 'lock-too-short', at: 'journal.html#/lock', reach: press('Go on'), shows: /At least 8 characters/ },
  {
    name: 'lock-code',
    at: 'journal.html#/lock',
    reach: async (page) => {
      await turnOnFrom(page);
    },
    shows: 'Now type it from the paper',
  },
  { name: 'erase', at: 'journal.html#/erase', shows: 'Erase everything now' },
];

export const whileOpen: readonly Screen[] = [
  { name: 'lock-settings', at: 'journal.html#/settings', shows: 'Locks by itself after' },
  { name: 'lock-prove', at: 'journal.html#/lock', shows: /Unlock it once more first/ },
  {
    name: 'lock-change',
    at: 'journal.html#/lock',
    reach: (page) => unlockBy(page, passphrase),
    shows: 'Take the lock away',
  },
  { name: 'popup-unlocked', at: 'popup.html', shows: 'Lock now' },
];

export const whileLocked: readonly Screen[] = [
  { name: 'locked', at: 'journal.html', shows: 'Locked' },
  {
    name: 'locked-wrong',
    at: 'journal.html',
    reach: (page) => unlockBy(page, 'not this'),
    shows: /That did not open it/,
  },
  { name: 'locked-code', at: 'journal.html', reach: press('Use the recovery code'), shows: 'Recovery code' },
  { name: 'newtab-locked', at: 'newtab.html', shows: 'Locked for now.' },
  { name: 'newtab-locked-win', at: 'newtab.html', reach: press('A small win'), shows: 'Said the true thing' },
  { name: 'popup-locked', at: 'popup.html', shows: 'Locked for now.' },
  {
    name: 'popup-locked-saved',
    at: 'popup.html',
    reach: async (page) => {
      await page.getByRole('combobox').fill('There when I said');
      await page.keyboard.press('Enter');
    },
    shows: /It joins the rest/,
  },
];
