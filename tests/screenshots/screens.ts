// Every screen of the extension, and how a person comes to it.

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

export interface Screen {
  readonly name: string;
  /** Page of the extension, with its hash. */
  readonly at: string;
  /** Steps from there. */
  readonly reach?: (page: Page) => Promise<void>;
  /** Something that is there when the screen is. */
  readonly shows: string | RegExp;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const follow = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('main')
    .getByRole('link', { name })
    .or(page.getByRole('main').getByRole('button', { name }))
    .first()
    .click();

/** Over three weeks of somebody's record. What a screen wrote is taken back after it. */
export const livedInScreens: readonly Screen[] = [
  { name: 'newtab-own', at: 'newtab.html', shows: /Home by/ },
  { name: 'newtab-win', at: 'newtab.html', reach: press('A small win'), shows: 'Said the true thing' },
  { name: 'popup', at: 'popup.html', shows: /Home by/ },
  {
    name: 'popup-note',
    at: 'popup.html',
    reach: (page) => page.getByRole('combobox').fill('rang at ten to six'),
    shows: /As a note/,
  },
  {
    name: 'popup-which',
    at: 'popup.html',
    reach: async (page) => {
      await page.getByRole('combobox').fill('rang at ten to six');
      await page.keyboard.press('Enter');
    },
    shows: /What kind of win is it/,
  },
  {
    name: 'newtab-partly',
    at: 'newtab.html',
    reach: press('Partly'),
    shows: 'Undo',
  },
  {
    name: 'newtab-celebration',
    at: 'newtab.html',
    reach: press('Kept'),
    shows: 'None of these',
  },
  { name: 'today', at: 'journal.html#/today', shows: /Home by/ },
  { name: 'today-win', at: 'journal.html#/today/win', shows: 'Said the true thing' },
  { name: 'promises', at: 'journal.html#/promises', shows: /Home by/ },
  { name: 'promises-new', at: 'journal.html#/promises/new', shows: /Phone in the drawer/ },
  { name: 'promises-edit', at: 'journal.html#/promises/edit', shows: 'What I will do' },
  { name: 'promises-one', at: 'journal.html#/promises', reach: follow(/Home by/), shows: 'Its days' },
  { name: 'promises-ended', at: 'journal.html#/promises', reach: follow(/Tidy the/), shows: 'Take it up again' },
  {
    name: 'promises-again',
    at: 'journal.html#/promises',
    reach: async (page) => {
      await follow(/Tidy the/)(page);
      await press('Take it up again')(page);
    },
    shows: 'Last day',
  },
  {
    name: 'wins-own-words',
    at: 'journal.html#/wins',
    reach: press(/^In your own words/),
    shows: 'Cancel',
  },
  { name: 'wins', at: 'journal.html#/wins', shows: 'Said the true thing' },
  { name: 'wins-add', at: 'journal.html#/wins/add', shows: 'Which one was it' },
  { name: 'wins-notice', at: 'journal.html#/wins/notice', shows: 'What kind thing did you see them do' },
  { name: 'journal', at: 'journal.html#/journal', shows: /Came home/ },
  { name: 'journal-write', at: 'journal.html#/journal/write', shows: 'Save' },
  { name: 'journal-entry', at: 'journal.html#/journal', reach: follow(/Came home/), shows: /We cooked/ },
  { name: 'settings', at: 'journal.html#/settings', shows: 'How Kept opens' },
  { name: 'words-out', at: 'journal.html#/settings/export', shows: 'Whom is it for?' },
  { name: 'words-in', at: 'journal.html#/settings/import', shows: 'Choose a file' },
  { name: 'help', at: 'journal.html#/help', shows: 'Is anyone in danger right now?' },
  { name: 'before', at: 'journal.html#/before', shows: 'Begin here' },
  { name: 'newtab-quiet', at: 'newtab.html', reach: press('Kept'), shows: 'Noted.' }, // as long as a hard moment is near
];

export const freshScreens: readonly Screen[] = [
  { name: 'newtab-fresh', at: 'newtab.html', shows: 'Begin with one small promise' },
  { name: 'popup-fresh', at: 'popup.html', shows: 'Begin with one small promise' },
  { name: 'start', at: 'journal.html#/start', shows: 'Who might see this screen?' },
  {
    name: 'start-promise',
    at: 'journal.html#/start',
    reach: async (page) => {
      const who = page.getByRole('radio', { name: 'I am not alone with this device' });
      const show = page.getByRole('button', { name: 'Show' }); // the second time it is covered
      await who.or(show).first().waitFor();
      if (await show.isVisible()) await show.click();
      await who.check();
      await page.getByRole('button', { name: 'Go on' }).click();
    },
    shows: 'A first small promise',
  },
];

export const lostScreens: readonly Screen[] = [
  { name: 'newtab-lost', at: 'newtab.html', shows: /There was data here before/ },
  { name: 'popup-lost', at: 'popup.html', shows: /There was data here before/ },
  { name: 'journal-lost', at: 'journal.html', shows: 'Your data is not in this browser any more' },
];

/** Opens the page and goes on to the screen. */
export async function goTo(page: Page, origin: string, { at, reach, shows }: Screen): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${origin}/${at}`);
  if (reach) await reach(page);
  await expect(page.getByText(shows).locator('visible=true').first()).toBeVisible();
}
