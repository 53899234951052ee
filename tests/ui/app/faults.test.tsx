import type { FaultTag } from '@core/vault/fault.ts';
import en from '@i18n/en.json';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { button, heading, openApp, press, seen, settled, showApp } from '../../support/open-app.tsx';
import { promised } from '../../support/records.ts';

const tags: FaultTag[] = [
  ...(['full', 'blocked', 'newer', 'gone', 'missing', 'lost', 'silent'] as const),
  ...(['denied', 'unreadable', 'upgrade', 'replaced', 'busy'] as const),
];
const home = promised('home', 'Home by 18:30.');

describe('a ledger that does not open', () => {
  test.each(tags)('%s: is a page of its own with a sentence, never a first run', async (fault) => {
    await openApp({
      started: false,
      prepare: (host) => {
        host.refuseOpening = fault;
      },
    });
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(page.getByRole('alert').element().textContent?.length).toBeGreaterThan(40);
    expect(seen()).not.toContain('Who might see this screen');
    expect(document.querySelector('nav')).toBeNull();
  });

  test('opens at another try', async () => {
    const host = await openApp({
      before: [home],
      prepare: (one) => {
        one.refuseOpening = 'lost';
      },
    });
    host.refuseOpening = undefined;
    await press('Try again');
    await expect.element(page.getByText('Home by 18:30.')).toBeVisible();
  });

  test('is told while it waits for another tab, and goes on by itself', async () => {
    let release = () => {};
    const host = await openApp({
      before: [home],
      prepare: (one) => {
        one.gate = new Promise((done) => {
          release = done;
        });
      },
    });
    host.signs?.onBlocked();
    await expect.element(page.getByText(String(en['fault.blocked']))).toBeVisible();
    release();
    await expect.element(page.getByText('Home by 18:30.')).toBeVisible();
  });

  test('whose data is gone offers to look again, and a new start beside it only when asked', async () => {
    const host = await openApp({
      started: false,
      prepare: (one) => {
        one.refuseOpening = 'gone';
      },
    });
    await expect.element(heading('Your data is not in this browser any more')).toBeVisible();
    await press('Look again');
    await expect.element(heading('Your data is not in this browser any more')).toBeVisible();
    expect(host.begunAnew).toBe(0);
    await press('Start new here');
    await expect.element(page.getByText('Who might see this screen?')).toBeVisible();
    expect(host.begunAnew).toBe(1);
  });
});

test('help is one tap away even when nothing opens', async () => {
  await openApp({
    started: false,
    prepare: (host) => {
      host.refuseOpening = 'silent';
    },
  });
  await press('Hard moment');
  await expect.element(page.getByText('Call your local emergency number.')).toBeVisible();
});

describe('data that this version cannot open', () => {
  const open = (fault: FaultTag) =>
    openApp({
      started: false,
      prepare: (host) => {
        host.refuseOpening = fault;
      },
    });

  test.each(['newer', 'upgrade', 'unreadable'] as const)(
    '%s: can be taken out as a file with a neutral name',
    async (fault) => {
      await open(fault);
      const saved: string[] = [];
      HTMLAnchorElement.prototype.click = function () {
        saved.push(this.download);
      };
      await press('Save a copy of what is stored');
      await settled();
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      expect(saved).toEqual(['copy-2026-11-23.json']);
    },
  );

  test('says so when the storage gives nothing out', async () => {
    const host = await open('newer');
    host.copyRefused = true;
    await press('Save a copy of what is stored');
    await expect.element(page.getByText(/^The copy could not be made/)).toBeVisible();
  });
});

describe('a ledger that is open', () => {
  test('keeps what was read in sight when it cannot be read again, and says so', async () => {
    const host = await openApp({ before: [home] });
    await expect.element(button('Not kept')).toBeVisible();
    host.ledger.refuseReads('silent');
    window.dispatchEvent(new Event('focus'));
    await expect.element(page.getByRole('alert').first()).toBeVisible();
    expect(seen()).toContain('Home by 18:30.');
    host.ledger.refuseReads(undefined);
    window.dispatchEvent(new Event('focus'));
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('that can only be read says so over every page, with a way to take a copy out, for as long as it lasts', async () => {
    const host = await openApp({ before: [home] });
    host.signs?.onBehind(true);
    await expect.element(page.getByText(String(en['fault.upgrade']))).toBeVisible();
    await expect.element(button('Save a copy of what is stored')).toBeVisible();
    await expect.element(page.getByText('Home by 18:30.')).toBeVisible();
    await page.getByRole('link', { name: 'Journal' }).click();
    await expect.element(heading('Journal')).toBeVisible();
    await expect.element(page.getByText(String(en['fault.upgrade']))).toBeVisible();
    host.signs?.onBehind(false);
    await expect.element(page.getByText(String(en['fault.upgrade']))).not.toBeInTheDocument();
  });

  test('that a newer version takes over puts the words away first, and leaves them on the screen', async () => {
    const host = await openApp({ to: 'journal/write' });
    await page.getByLabelText('Your entry').fill('Not to be lost.');
    await host.signs?.onReplaced();
    expect(host.ledger.draftsNow()).toMatchObject([{ fields: { body: 'Not to be lost.' } }]);
    await expect.element(page.getByText(String(en['fault.replaced']))).toBeVisible();
    await expect.element(page.getByLabelText('Your entry')).toHaveValue('Not to be lost.');
  });
});

describe('a new version', () => {
  const offer = (taken: string[]) => ({ type: 'waiting' as const, apply: () => void taken.push('applied') });

  test('waits until it is asked for', async () => {
    const applied: string[] = [];
    const host = await openApp();
    host.update.value = offer(applied);
    await press('Update now');
    expect(applied).toEqual(['applied']);
  });

  test('is not offered over unsaved words, only once they are put away', async () => {
    const applied: string[] = [];
    const host = await openApp({ to: 'journal/write' });
    await page.getByLabelText('Your entry').fill('Half a sent');
    host.update.value = offer(applied);
    await expect.element(page.getByText(/It waits until what you are writing/)).toBeVisible();
    expect(button('Update now').query()).toBeNull();
    await press('Save');
    await expect.element(button('Update now')).toBeVisible();
  });

  test('is not offered over a promise that is being written, either', async () => {
    const host = await openApp({ to: 'promises/edit' });
    await page.getByLabelText('What I will do').fill('I co');
    host.update.value = offer([]);
    await settled();
    expect(button('Update now').query()).toBeNull();
  });

  // Also where a sheet lies over the page and its buttons cannot be reached.
  const mayUpdate = () => [...document.querySelectorAll('button')].some((one) => one.textContent === 'Update now');

  test.each([
    ['a note after an answer', 'textbox', () => press('Not kept')],
    ['a small win', 'combobox', () => press('A small win')],
    [
      'own words of a celebration',
      'textbox',
      async () => {
        await press('Kept');
        await press('None of these');
      },
    ],
  ] as const)('is not offered over %s, either', async (_what, role, begin) => {
    const host = await openApp({ before: [home] });
    await begin();
    const field = page.getByRole(role);
    await field.fill('My words');
    host.update.value = offer([]);
    await expect.element(page.getByText(/It waits until what you are writing/)).toBeInTheDocument();
    expect(mayUpdate()).toBe(false);
    await field.fill('');
    await expect.poll(mayUpdate).toBe(true);
  });

  test('that another tab let in says that this page is the old one', async () => {
    const host = await openApp();
    host.update.value = { type: 'taken', apply: () => {} };
    await expect.element(page.getByText(/updated in another tab/)).toBeVisible();
  });
});

test('records that cannot be read are named, not left out in silence', async () => {
  const host = await openApp({ before: [home, [{ kind: 'commitment', row: { id: 'odd' }, set: { text: 7 } }]] });
  await showApp(host, 'promises');
  await expect.element(page.getByText(/^One record here cannot be read/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Home by/ })).toBeVisible();
});
