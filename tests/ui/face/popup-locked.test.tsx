import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openPopup, seen } from '../../support/face-page.tsx';

beforeEach(() => page.viewport(360, 600));

const locked = { sight: { type: 'fault', fault: { type: 'locked' } } } as const;

test('it shows nothing of the day, and the way to unlock', async () => {
  await openPopup(locked);
  await expect.element(page.getByText('Locked for now.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Unlock' })).toHaveAttribute('href', 'journal.html');
  expect(seen()).not.toContain('Home by');
});

test('a win is taken all the same, and it says when it joins the rest', async () => {
  const { caught, ledger } = await openPopup(locked);
  await userEvent.keyboard('asked{Enter}');
  await expect.element(page.getByText('Saved. It joins the rest at the next unlocking.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Unlock' })).toBeVisible();
  expect(caught.map(({ of }) => of)).toEqual(['askedForHelp']);
  expect(ledger.rowsOf('win')).toEqual([]);
});
