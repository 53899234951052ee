import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FakeHost } from '../../support/fake-host.ts';
import { button, heading, openApp, press, seen, settled } from '../../support/open-app.tsx';
import { back, promised, wrote } from '../../support/records.ts';

// For those who are not always alone with the screen: the application opens covered, and covers itself again.

const before = [promised('home', 'Home by half past six.'), wrote('e', 'A plain day.', back(1))];
const open = (to = 'today', glance: 'own' | 'discreet' | 'hidden' = 'hidden') => openApp({ to, glance, before });
const line = page.getByText('Nothing is shown until you ask.');
const hidden = vi.spyOn(document, 'visibilityState', 'get');

/** Out of sight for so many milliseconds of the host's clock, and back. */
function away(host: FakeHost, milliseconds: number) {
  hidden.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  host.clock.at += milliseconds;
  hidden.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => hidden.mockReturnValue('visible'));

describe('at first', () => {
  test.each(['discreet', 'hidden'] as const)('in %s words no word of the person’s is in the page', async (glance) => {
    for (const to of ['today', 'journal', 'promises', 'wins']) {
      await open(to, glance);
      await expect.element(line).toBeVisible();
      await settled();
      expect(document.body.innerHTML).not.toMatch(/half past six|plain day/);
      expect(document.title).toBe('Kept');
    }
  });

  test('in own words it opens as ever', async () => {
    await open('today', 'own');
    await expect.element(page.getByText('Home by half past six.')).toBeVisible();
    expect(seen()).not.toContain('Nothing is shown');
  });

  test('a press shows the page that was asked for', async () => {
    await open('journal');
    await press('Show');
    await expect.element(button('A plain day.')).toBeVisible();
    await expect.element(heading('Journal')).toHaveFocus();
    expect(location.hash).toBe('#/journal');
  });

  test.each(['{Enter}', ' '])('the key "%s" shows it, wherever the focus is', async (key) => {
    await open();
    await expect.element(button('Show')).toHaveFocus();
    await line.click(); // the focus is nowhere now
    await userEvent.keyboard(key);
    await expect.element(page.getByText('Home by half past six.')).toBeVisible();
  });

  test('Escape does not', async () => {
    await open();
    await expect.element(line).toBeVisible();
    await userEvent.keyboard('{Escape}{Escape}{Escape}');
    await settled();
    await expect.element(line).toBeVisible();
    expect(document.body.innerHTML).not.toContain('half past six');
  });

  test('help and the way out are in reach, and help costs no word', async () => {
    const host = await open();
    await press('Hard moment');
    await expect.element(page.getByText('Is anyone in danger right now?')).toBeVisible();
    await press('Begin');
    await expect.element(page.getByText('Breathe in', { exact: true })).toBeVisible();
    expect(host.ledger.rowsOf('settings')[0]?.fields['quietUntil']).toBeGreaterThan(host.clock.at);
    await press('Close');
    await expect.element(button('Show')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Hide this page' })).toBeVisible();
    expect(document.body.innerHTML).not.toContain('half past six');
  });

  test('the address of help opens help, and from there every page is covered', async () => {
    await open('help');
    await expect.element(page.getByText('Is anyone in danger right now?')).toBeVisible();
    expect(seen()).not.toContain('Nothing is shown');
    await page.getByRole('link', { name: 'Journal' }).click();
    await expect.element(line).toBeVisible();
    expect(document.body.innerHTML).not.toContain('plain day');
    await press('Show');
    await expect.element(button('A plain day.')).toBeVisible();
  });

  test('somebody who was never here is not asked to uncover anything', async () => {
    await openApp({ started: false });
    await expect.element(page.getByText('Who might see this screen?')).toBeVisible();
    await page.getByLabelText(/^I am not alone/).click();
    await press('Go on');
    await expect.element(heading('A first small promise')).toBeVisible();
    expect(seen()).not.toContain('Nothing is shown');
  });

  test('nothing that axe objects to, nothing wider than a phone', async () => {
    await page.viewport(320, 480);
    await open();
    await expect.element(line).toBeVisible();
    const { violations } = await axe.run(document.documentElement);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(button('Show').element().getBoundingClientRect().height).toBeGreaterThanOrEqual(43.5);
  });
});

test('the first question and the settings say what the cover is, and that it is no lock', async () => {
  await openApp({ started: false });
  await expect.element(page.getByText(/this app opens covered.* A minute out of sight covers it again/)).toBeVisible();
  await open('settings', 'own');
  await expect.element(page.getByText(/this app opens covered.* The cover is no lock/)).toBeVisible();
  expect(seen()).not.toContain('new tab');
  await openApp({ to: 'settings', prepare: (host) => Object.assign(host, { platform: 'extension' }) });
  await expect.element(page.getByText(/A new tab shows only a clock.* The journal opens covered/)).toBeVisible();
});

describe('after a minute out of sight', () => {
  const field = page.getByLabelText('A note, if you like');
  const typing = async (glance?: 'own') => {
    const host = await open('wins/add', glance);
    if (!glance) await press('Show');
    await field.fill('Half a thought');
    await field.click();
    return host;
  };

  test('it is covered again, and what was being typed is there after "Show", with the focus', async () => {
    const host = await typing();
    away(host, 60_000);
    await expect.element(line).toBeVisible();
    expect(document.querySelector('textarea')?.checkVisibility({ visibilityProperty: true })).toBe(false);
    expect(seen()).not.toContain('Which one was it');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(document.querySelector('.shell')?.contains(document.activeElement)).toBe(false);
    await press('Show');
    await expect.element(field).toHaveValue('Half a thought');
    await expect.element(field).toHaveFocus();
  });

  test('help does not take away what was being typed', async () => {
    const host = await typing();
    away(host, 90_000);
    await press('Hard moment');
    await expect.element(page.getByText('Is anyone in danger right now?')).toBeVisible();
    await press('Hard moment');
    await press('Show');
    await expect.element(field).toHaveValue('Half a thought');
  });

  test('a sheet that was open is covered too, and is still open afterwards', async () => {
    const host = await open('promises');
    await press('Show');
    await page.getByRole('button', { name: /^Home by half past six/ }).click();
    await press('Rest');
    await page.getByLabelText('Until').fill('2026-12-01');
    away(host, 60_000);
    await expect.element(line).toBeVisible();
    const sheet = document.querySelector('.dialog');
    expect(sheet?.checkVisibility({ visibilityProperty: true })).toBe(false);
    await press('Show');
    await expect.element(page.getByLabelText('Until')).toHaveValue('2026-12-01');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect.element(button('Rest')).toBeVisible();
  });

  test('a draft is on the disk before the cover is', async () => {
    const host = await open('journal/write');
    await press('Show');
    await page.getByLabelText('Your entry').fill('Half a sentence');
    away(host, 60_000);
    await expect.element(line).toBeVisible();
    await expect.poll(() => host.ledger.draftsNow().map(({ fields }) => fields['body'])).toEqual(['Half a sentence']);
  });

  test('less than that covers nothing, and own words never', async () => {
    const host = await typing();
    away(host, 59_000);
    away(host, 59_000);
    await settled();
    expect(seen()).not.toContain('Nothing is shown');
    const own = await typing('own');
    away(own, 3_600_000);
    await settled();
    expect(seen()).not.toContain('Nothing is shown');
    await expect.element(field).toHaveValue('Half a thought');
  });

  test('a choice made in the settings holds from the next time', async () => {
    const host = await open('settings', 'own');
    await page.getByLabelText(/^Hidden until asked/).click();
    await settled();
    expect(seen()).not.toContain('Nothing is shown until');
    away(host, 60_000);
    await expect.element(line).toBeVisible();
  });
});
