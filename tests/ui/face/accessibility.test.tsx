import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openNewTab, openPopup } from '../../support/face-page.tsx';

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

const screens: Record<string, () => Promise<unknown>> = {
  'new tab, own words': () => openNewTab(),
  'new tab, discreet': () => openNewTab({ settings: { glance: 'discreet' } }),
  'new tab, hidden': () => openNewTab({ settings: { glance: 'hidden' } }),
  'new tab, nothing yet': () => openNewTab({ sight: { type: 'fresh' } }),
  'new tab, fault': () => openNewTab({ sight: { type: 'fault', fault: { type: 'gone' } } }),
  'new tab, locked': () => openNewTab({ sight: { type: 'fault', fault: { type: 'locked' } } }),
  'popup, locked': () => openPopup({ sight: { type: 'fault', fault: { type: 'locked' } } }),
  'new tab, celebration': async () => {
    await openNewTab();
    await press('Kept');
    await expect.element(page.getByText('Which of these is true today?')).toBeVisible();
  },
  'new tab, not kept': async () => {
    await openNewTab();
    await press('Not kept');
    await expect.element(page.getByText('What would make it smaller?')).toBeVisible();
  },
  'new tab, quick win': async () => {
    await openNewTab();
    await press('A small win');
    await expect.element(page.getByRole('combobox')).toBeVisible();
  },
  popup: () => openPopup(),
  'popup, which win': async () => {
    await openPopup({}, 'rang at ten to six');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/What kind of win is it/)).toBeVisible();
  },
};

const cases = Object.keys(screens).flatMap((name) => [
  [name, 'light'],
  [name, 'dark'],
]);

test.each(cases)('%s, %s: nothing that axe objects to', async (name = '', theme = '') => {
  document.documentElement.lang = 'en';
  document.title = 'New tab';
  document.documentElement.dataset['theme'] = theme;
  await screens[name]?.();
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const { violations, passes } = await axe.run(document.documentElement);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(passes.length).toBeGreaterThan(5);
});
