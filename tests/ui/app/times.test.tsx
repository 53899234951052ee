import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp, press, seen } from '../../support/open-app.tsx';
import { promised } from '../../support/records.ts';

// One notation of times on every screen: that of the person's language. What they typed stays as they typed it.

const other = { 'en-GB': /\d [AP]M/, 'en-US': /\b\d\d?:\d\d(?! [AP]M)/ } as const;

test.each([
  ['en-GB', 'Home by 18:30; if not, I ring by 18:00.', 'by 18:30'],
  ['en-US', 'Home by 6:30 PM; if not, I ring by 6:00 PM.', 'by 6:30 PM'],
] as const)('a starter, its promise and the settings tell the time as in %s', async (speaks, text, by) => {
  const host = await openApp({ to: 'promises/new', speaks });
  await expect.element(page.getByText(text)).toBeVisible();
  expect(seen()).not.toMatch(other[speaks]);
  await press(text);
  await expect.element(page.getByLabelText('What I will do')).toHaveValue(text);
  await press('Save');
  await expect.element(page.getByText(`Every day, ${by}`, { exact: false })).toBeVisible();
  expect(host.ledger.rowsOf('commitment')).toMatchObject([{ fields: { text, dueTime: '18:30' } }]);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect.element(page.getByLabelText('The evening begins at')).toBeVisible();
  expect(seen()).not.toMatch(other[speaks]);
});

test('words that say their hour themselves are not told it again, in whichever notation they were typed', async () => {
  const typed = promised('a', 'Home by 18:30.', { dueTime: '18:30' });
  const said = promised('b', 'In bed by 11:00 PM.', { dueTime: '23:00' });
  const bare = promised('c', 'I cook.', { dueTime: '17:00' });
  await openApp({ speaks: 'en-US', before: [typed, said, bare] });
  await expect.element(page.getByText('Home by 18:30.')).toBeVisible();
  const hours = [...document.querySelectorAll('.promise-head .soft')].map(({ textContent }) => textContent);
  expect(hours).toEqual(['by 5:00 PM']);
});
