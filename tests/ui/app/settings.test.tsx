import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { button, openApp, press, seen, settled, showApp } from '../../support/open-app.tsx';
import { promised } from '../../support/records.ts';

type Host = Awaited<ReturnType<typeof openApp>>;
const settingsOf = (host: Host) => host.ledger.rowsOf('settings')[0]?.fields ?? {};

describe('a setting', () => {
  test('of the screen holds at once and after', async () => {
    const host = await openApp({ to: 'settings' });
    await page.getByLabelText(/^Hidden until asked/).click();
    await page.getByLabelText('Dark').click();
    await settled();
    expect(settingsOf(host)).toMatchObject({ glance: 'hidden', theme: 'dark' });
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await page.getByLabelText('As the system').click();
    await settled();
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  test('of the evening and the week reaches Today', async () => {
    const host = await openApp({ to: 'settings', before: [promised('home', 'Home.')] });
    await page.getByLabelText('The evening begins at').selectOptions('9');
    await page.getByLabelText('The week begins on').selectOptions('7');
    await settled();
    expect(settingsOf(host)).toMatchObject({ eveningHour: 9, weekStart: 7 });
    await showApp(host);
    await expect.element(page.getByText('This evening')).toBeVisible();
  });

  test('of where leaving goes takes an ordinary page and refuses anything else beside the field', async () => {
    const host = await openApp({ to: 'settings' });
    const where = page.getByLabelText('Where it moves to');
    await where.fill('javascript:alert(1)');
    await button('Save').click();
    await expect.element(page.getByText(/not the address of a web page/)).toBeVisible();
    await expect.element(where).toHaveValue('javascript:alert(1)');
    await where.fill('weather.example');
    await button('Save').click();
    await settled();
    expect(settingsOf(host)).toMatchObject({ quickHideTo: 'https://weather.example' });
    expect(page.getByRole('link', { name: 'Hide this page' }).element()).toHaveProperty(
      'href',
      'https://weather.example/',
    );
  });

  test('that was not saved says so', async () => {
    const host = await openApp({ to: 'settings' });
    host.ledger.refuseCommits('denied');
    await page.getByLabelText('Dark').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
  });
});

describe('storage', () => {
  test('says what the browser grants, and can be asked for again', async () => {
    const host = await openApp({ to: 'settings' });
    await expect
      .element(page.getByText('Without a lock, anyone who can use this computer account can read this.'))
      .toBeVisible();
    await expect.poll(seen).toContain('1.2 MB used');
    host.persisted = true;
    await press('Ask to keep it');
    await expect.element(page.getByText(/has agreed to keep your record/)).toBeVisible();
    expect(host.persistAsked).toBe(1);
  });

  test('says so when the browser does not agree', async () => {
    await openApp({ to: 'settings' });
    await press('Ask to keep it');
    await expect.element(page.getByText(/The browser did not agree/)).toBeVisible();
  });
});

test('says what Kept is not and how private it is, with no more than is true', async () => {
  await openApp({ to: 'settings' });
  await expect.element(page.getByText('Kept is not treatment, and not a crisis service.')).toBeVisible();
  expect(seen()).toContain('A journal can be demanded in a court case. This is not legal advice.');
  expect(seen()).not.toMatch(/secure|anonym|HIPAA|military|zero knowledge/i);
});

describe('help', () => {
  test('is one tap away on every page', async () => {
    for (const to of ['today', 'promises', 'wins', 'journal', 'journal/write', 'settings', 'start']) {
      await openApp({ to, started: to !== 'start' });
      await expect.element(page.getByRole('link', { name: 'Hard moment' }).first()).toBeVisible();
    }
  });

  test('begins with danger, names no country’s number, and links to one directory', async () => {
    await openApp({ to: 'help' });
    await expect.element(page.getByText('Is anyone in danger right now?')).toBeVisible();
    expect(seen()).toContain('Call your local emergency number.');
    expect(seen()).toContain('After a break the old amount can kill, opioids above all.');
    expect(seen()).toContain('Nothing here proves anything.');
    expect(seen()).not.toMatch(/\b(?:911|999|112|988)\b/);
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['https://findahelpline.com']);
  });

  test('begins a quiet day, of which only the end is kept', async () => {
    const host = await openApp({ to: 'help' });
    await settled();
    expect(settingsOf(host)).toEqual({ started: true, glance: 'own', quietUntil: host.clock.at + 86_400_000 });
    host.clock.at += 86_400_001;
    await showApp(host);
    await settled();
    expect(settingsOf(host)).toEqual({ started: true, glance: 'own', quietUntil: null });
  });

  test('has one slow minute that can be left', async () => {
    await openApp({ to: 'help' });
    await press('Begin');
    await expect.element(page.getByText('Breathe in', { exact: true })).toBeVisible();
    await press('Stop here');
    await expect.element(button('Begin')).toBeVisible();
  });
});
