import type { Finding } from '@core/store/finding.ts';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { FakeHost } from '../../support/fake-host.ts';
import { heading, openApp, press, settled } from '../../support/open-app.tsx';
import { answered, back, celebrated, promised, won, wrote } from '../../support/records.ts';

const before = [
  promised('home', 'Home by 18:30; if not, I ring by 18:00.', { dueTime: '18:30' }, back(6)),
  promised('cook', 'I cook on Tuesday and clear up.', { endsOn: back(2) }, back(6)),
  answered('home', back(2), 'notKept', 'The bus.'),
  won('w', 'onTime', back(1), 'Ten minutes early.'),
  celebrated('c', 'w', back(1), 'She looked up.'),
  wrote('e', 'A plain day.', back(1)),
];
const open = (to: string, more: object = {}) => openApp({ to, before, ...more });
const failing = (fault: 'gone' | 'silent' | 'missing' | 'unreadable') =>
  openApp({
    started: false,
    prepare: (host) => {
      host.refuseOpening = fault;
    },
  });

const found: readonly Finding[] = [{ kind: 'rowMissing', count: 2, rows: ['a', 'b'], from: back(9), to: back(3) }];

const locked = (host: FakeHost) => {
  host.secrets = { passphrase: 'four ordinary words', identity: '' };
};
const closed = (host: FakeHost) => {
  locked(host);
  host.refuseOpening = 'locked';
};

const screens: Record<string, () => Promise<unknown>> = {
  today: () => open('today'),
  'today, in the evening': () => open('today', { at: '2026-11-23T21:00:00Z' }),
  'today, after an absence': () => open('today', { at: '2026-12-20T09:00:00Z' }),
  'today, a celebration': async () => {
    await open('today');
    await page.getByRole('button', { name: 'Kept', exact: true }).first().click();
    await expect.element(page.getByText('Which of these is true today?')).toBeVisible();
  },
  'today, the quick win': async () => {
    await open('today/win');
    await expect.element(page.getByRole('combobox')).toBeVisible();
  },
  promises: () => open('promises'),
  starters: () => open('promises/new'),
  'a promise, being written': async () => {
    await open('promises/edit');
    await press('Save');
    await expect.element(page.getByText('Write a few words first.')).toBeVisible();
    await page.getByText(/^What it looks after, whom/).click();
  },
  'a promise': async () => {
    await open('promises');
    await page.getByRole('button', { name: /^Home by/ }).click();
    await page.getByRole('button', { name: /^Saturday 21/ }).click();
  },
  'a promise, going to rest': async () => {
    await open('promises');
    await page.getByRole('button', { name: /^Home by/ }).click();
    await press('Rest');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  },
  'a promise that is over, taken up again': async () => {
    await open('promises');
    await page.getByRole('button', { name: /^I cook/ }).click();
    await press('Take it up again');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  },
  wins: () => open('wins'),
  'own words, being changed': async () => {
    await open('wins');
    await page.getByRole('button', { name: /^In your own words/ }).click();
  },
  'the cover': () => open('journal', { glance: 'hidden' }),
  'help on the cover': async () => {
    await open('journal', { glance: 'hidden' });
    await press('Hard moment');
    await expect.element(page.getByText('Is anyone in danger right now?')).toBeVisible();
  },
  'a win': () => open('wins/add'),
  'a kind act': () => open('wins/notice'),
  journal: () =>
    open('journal', {
      prepare: ({ ledger }: Awaited<ReturnType<typeof openApp>>) =>
        ledger.saveDraft('entry|x', { type: 'journalEntry', day: back(1), body: 'Half', heavy: false, over: [] }),
    }),
  'an entry': async () => {
    await open('journal');
    await page.getByRole('button', { name: 'A plain day.' }).click();
  },
  writing: () => open('journal/write'),
  settings: () => open('settings'),
  'taking words out': () => open('settings/export'),
  'bringing words in': () => open('settings/import'),
  help: () => open('help'),
  'first run': async () => {
    await openApp({ started: false });
    await page.getByLabelText(/^I am not alone/).click();
  },
  'used before': () => open('before'),
  'turning a lock on': async () => {
    await open('lock');
    await press('Go on');
    await expect.element(page.getByText(/^At least 8 characters/)).toBeVisible();
  },
  'the recovery code': async () => {
    await open('lock');
    await page.getByLabelText('Passphrase', { exact: true }).fill('four ordinary words');
    await page.getByLabelText('The same again').fill('four ordinary words');
    await press('Go on');
    await expect.element(heading('Recovery code')).toBeVisible();
  },
  'changing the lock': async () => {
    await open('lock', { prepare: locked });
    await page.getByLabelText('Passphrase', { exact: true }).fill('four ordinary words');
    await press('Unlock');
    await expect.element(heading('Take the lock away')).toBeVisible();
  },
  'settings with a lock': async () => {
    await open('settings', { prepare: locked });
    await expect.element(page.getByLabelText('Locks by itself after')).toBeVisible();
  },
  erasing: () => open('erase'),
  locked: () => open('today', { prepare: closed }),
  'locked, a wrong word': async () => {
    await open('today', { prepare: closed });
    await press('Unlock');
    await expect.element(page.getByText(/^That did not open it/)).toBeVisible();
  },
  'data gone': () => failing('gone'),
  'storage silent': () => failing('silent'),
  'a part missing': () => failing('missing'),
  'storage unreadable': () => failing('unreadable'),
  'something found': async () => {
    await open('today', { prepare: (host: FakeHost) => Object.assign(host, { findings: found }) });
    await expect.element(heading('Something of your record is not as it was saved'), { timeout: 5000 }).toBeVisible();
  },
};

const sizes = { phone: [390, 844], desktop: [1280, 800] } as const;

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe.each(Object.entries(sizes))('on a %s', (_size, [width, height]) => {
  beforeEach(() => page.viewport(width, height));

  const cases = Object.keys(screens).flatMap((name) => [
    [name, 'light'],
    [name, 'dark'],
  ]);

  test.each(cases)(
    '%s, %s: nothing that axe objects to, and nothing wider than the screen',
    async (name = '', theme) => {
      await screens[name]?.();
      await expect.poll(() => document.querySelector('h1')).not.toBeNull();
      await settled();
      document.documentElement.dataset['theme'] = theme ?? '';
      await Promise.all(document.getAnimations().map((animation) => animation.finished));
      const { violations, passes } = await axe.run(document.documentElement);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(5);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );
});

test('a new page is announced by its name, and the first one takes no focus', async () => {
  await open('today');
  expect(document.activeElement).toBe(document.body);
  await page.getByRole('link', { name: 'Journal' }).click();
  await expect.element(heading('Journal')).toHaveFocus();
});

test('every target is as large as a fingertip', async () => {
  await page.viewport(390, 844);
  const within = ['settings/export', 'settings/import', 'lock', 'erase'];
  for (const to of ['today', 'promises', 'wins', 'journal', 'settings', 'help', ...within]) {
    await open(to);
    await expect.poll(() => document.querySelector('h1')).not.toBeNull();
    await settled();
    const small = [...document.querySelectorAll('button, main a.button, nav a, header a, select, .choice-option')]
      .filter((target) => target.checkVisibility() && !target.classList.contains('visually-hidden'))
      .filter((target) => target.getBoundingClientRect().height < 43.5)
      .map((target) => target.outerHTML);
    expect(small, to).toEqual([]);
  }
});

test('at a quarter of the width of a desktop, as at 400 % zoom, all is still there', async () => {
  await page.viewport(320, 256);
  for (const to of ['today', 'promises/edit', 'journal/write', 'settings', 'settings/export', 'settings/import']) {
    await open(to);
    await expect.poll(() => document.querySelector('h1')).not.toBeNull();
    await settled();
    expect(document.documentElement.scrollWidth, to).toBeLessThanOrEqual(320);
  }
});
