import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { button, openApp, press, settled } from '../../support/open-app.tsx';
import { answered, back, promised, wrote } from '../../support/records.ts';

// Browsers keep addresses, titles, `history.state` and `sessionStorage` on the disk in clear.

test('a tour through every page leaves nothing of the person in address, title, state or session', async () => {
  const before = [promised('secret-id', 'Secret words', {}, back(3)), answered('secret-id', back(1), 'kept')];
  await openApp({ before: [...before, wrote('entry-id', 'Secret entry', back(1))] });
  const seenAddresses = new Set<string>();
  const look = async () => {
    await settled();
    seenAddresses.add(location.hash);
    expect(document.title).toBe('Kept');
    expect(history.state).toBeNull();
    expect(Object.values({ ...sessionStorage }).join(' ')).not.toMatch(/secret|entry-id/i);
  };
  await look();
  await page.getByRole('link', { name: 'Promises' }).click();
  await page.getByRole('button', { name: /^Secret words/ }).click();
  await look();
  await press('Rest');
  await look();
  await press('Cancel');
  await press('Change it');
  await look();
  await page.getByRole('link', { name: 'Journal' }).click();
  await page.getByRole('button', { name: 'Secret entry' }).click();
  await look();
  await press('Edit');
  await page.getByLabelText('Your entry').fill('More secret words');
  await look();
  await page.getByRole('link', { name: 'Wins' }).click();
  await press('Add a win');
  await look();
  expect([...seenAddresses]).toEqual([
    ...['#/today', '#/promises/one', '#/promises/pause', '#/promises/edit'],
    ...['#/journal/entry', '#/journal/write', '#/wins/add'],
  ]);
});

test('an address that names no page is taken out of the history', async () => {
  await openApp({ to: 'promises/secret-id?text=Secret' });
  await expect.element(button('A small win')).toBeVisible();
  await expect.poll(() => location.hash).toBe('#/today');
});

test('after a reload on a page that had something chosen the page falls back, and nothing breaks', async () => {
  for (const [to, sentence] of [
    ['promises/one', 'Choose a promise from the list.'],
    ['journal/entry', 'Choose an entry from the journal.'],
  ] as const) {
    await openApp({ to });
    await expect.element(page.getByText(sentence)).toBeVisible();
  }
});

test('every field and every form keeps its hands off what is typed', async () => {
  for (const to of ['promises/edit', 'wins/add', 'wins/notice', 'journal/write', 'settings', 'start', 'today/win']) {
    await openApp({ to, started: to !== 'start' });
    const find = () => [...document.querySelectorAll('input, textarea, select, form')];
    await expect.poll(() => find().length, { message: to }).toBeGreaterThan(0);
    const fields = find();
    expect(fields.filter((field) => field.getAttribute('autocomplete') !== 'off').map((one) => one.outerHTML)).toEqual(
      [],
    );
  }
});

test('looking around writes nothing', async () => {
  const host = await openApp({ before: [wrote('e', 'x', back(1))] });
  const before = await host.ledger.revision();
  for (const name of ['Promises', 'Wins', 'Journal', 'Settings', 'Today']) {
    await page.getByRole('link', { name }).click();
    await settled();
  }
  expect(await host.ledger.revision()).toEqual(before);
  expect(host.ledger.draftsNow()).toEqual([]);
});
