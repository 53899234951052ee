import type { Finding } from '@core/store/finding.ts';
import type { FaultTag } from '@core/vault/fault.ts';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { button, heading, openApp, press, seen, settled } from '../../support/open-app.tsx';
import { back, promised } from '../../support/records.ts';

const home = promised('home', 'Home by 18:30.');
const tail: Finding = { kind: 'tail', count: 3, rows: [], from: back(9) };
const lost: Finding = { kind: 'rowMissing', count: 2, rows: ['a', 'b'], from: back(9), to: back(3) };

const open = (fault: FaultTag | undefined, findings: readonly Finding[] = []) =>
  openApp({
    before: [home],
    prepare: (host) => {
      host.refuseOpening = fault;
      host.findings = findings;
    },
  });

const firstRun = 'Who might see this screen';

describe('a record whose newest part is missing', () => {
  test('is named by the days of the calendar, as nobody’s doing, and never as a first run', async () => {
    await open('missing', [tail]);
    await expect.element(heading('A part of your record is not here')).toBeVisible();
    await expect.element(page.getByText(/^What you saved after Saturday,? 14 November is not here/)).toBeVisible();
    expect(seen()).not.toContain(firstRun);
    expect(seen()).not.toMatch(/you (cleared|deleted|removed|lost)/i);
  });

  test('opens when the person goes on, and only then', async () => {
    const host = await open('missing', [tail]);
    await press('Look again');
    await expect.element(heading('A part of your record is not here')).toBeVisible();
    expect(host.goneOn).toBe(0);
    await press('Go on with what is here');
    await expect.element(page.getByText('Home by 18:30.')).toBeVisible();
    expect(host.goneOn).toBe(1);
  });

  test('goes on to where a backup is restored', async () => {
    const host = await open('missing', [tail]);
    await press('Restore a backup');
    await expect.poll(() => location.hash).toBe('#/settings/restore');
    expect(host.goneOn).toBe(1);
  });
});

describe('a record of which nothing is left', () => {
  test('offers a backup first, and begins anew for it', async () => {
    const host = await open('gone');
    await expect
      .element(page.getByText('Nothing of what was written here before is here now, on any day.'))
      .toBeVisible();
    const offers = [...document.querySelectorAll('main .cluster button')].map((one) => one.textContent);
    expect(offers).toEqual(['Restore a backup', 'Look again', 'Start new here']);
    await press('Restore a backup');
    await expect.poll(() => location.hash).toBe('#/settings/restore');
    expect(host.begunAnew).toBe(1);
    expect(seen()).not.toContain(firstRun);
  });
});

describe('a storage that does not open', () => {
  test.each(['unreadable', 'lost'] as const)('%s: can be left as it is, with a new one beside it', async (fault) => {
    const host = await open(fault);
    await expect.element(heading('If it stays like this after a restart')).toBeVisible();
    await press('Begin beside it');
    await expect.element(page.getByText('Home by 18:30.')).toBeVisible();
    expect(host.begunBeside).toBe(1);
  });

  test.each(['full', 'newer', 'blocked', 'silent'] as const)('%s: offers none', async (fault) => {
    await open(fault);
    await expect.element(page.getByRole('alert').first()).toBeVisible();
    expect(button('Begin beside it').query()).toBeNull();
  });
});

describe('what is found while the page is in use', () => {
  test('is a calm notice over every page, which stays until the person goes on', async () => {
    const host = await open(undefined, [lost]);
    const notice = heading('Something of your record is not as it was saved');
    await expect.element(notice, { timeout: 5000 }).toBeVisible();
    await expect
      .element(page.getByText(/^2 records are not here\. Last saved between Saturday,? 14 November and/))
      .toBeVisible();
    expect(seen()).toContain('Home by 18:30.');
    await page.getByRole('link', { name: 'Wins' }).click();
    await expect.element(heading('Wins')).toBeVisible();
    await expect.element(notice).toBeVisible();
    await press('Go on with what is here');
    await expect.element(notice).not.toBeInTheDocument();
    expect(host.goneOn).toBe(1);
  });

  test('silences the greeting that nothing was lost', async () => {
    await openApp({
      at: '2026-12-20T09:00:00Z',
      before: [home],
      prepare: (host) => {
        host.findings = [lost];
      },
    });
    await expect.poll(seen).toContain('Nothing was lost.');
    await expect.element(heading('Something of your record is not as it was saved'), { timeout: 5000 }).toBeVisible();
    expect(seen()).toContain('Good to see you.');
    expect(seen()).not.toContain('Nothing was lost.');
  });

  test('goes by itself when a second look finds it all', async () => {
    const host = await open(undefined, [lost]);
    const notice = heading('Something of your record is not as it was saved');
    await expect.element(notice, { timeout: 5000 }).toBeVisible();
    host.findings = [];
    await press('Look again');
    await expect.element(notice).not.toBeInTheDocument();
    expect(host.goneOn).toBe(0);
  });

  test('is nothing on nearly all days', async () => {
    await open(undefined);
    await new Promise((done) => setTimeout(done, 1800));
    await settled();
    expect(document.querySelector('.loss-notice')).toBeNull();
  });
});

describe('a first run', () => {
  test('offers to restore a backup before anything is asked', async () => {
    await openApp({ started: false });
    await press('Restore a backup');
    await expect.poll(() => location.hash).toBe('#/settings/restore');
  });
});
