import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { button, openApp, press } from '../../support/open-app.tsx';

const huge = 'All of it, again and again.\n'.repeat(40_000);

test.each([
  ['the note of a win', 'wins/add', 'A note, if you like'],
  ['a kind act', 'wins/notice', 'What kind thing did you see them do'],
  ['a line', 'settings', 'Where it moves to'],
])('what %s holds back waits on the screen, and no new version takes over meanwhile', async (_what, to, label) => {
  const host = await openApp({ to });
  await expect.element(page.getByLabelText(label)).toBeVisible();
  host.update.value = { type: 'waiting', apply: () => {} };
  await expect.element(button('Update now')).toBeVisible();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', huge);
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  page.getByLabelText(label).element().dispatchEvent(paste);
  await expect.element(page.getByText(/It waits until what you are writing/)).toBeVisible();
  await expect.element(button('Update now')).not.toBeInTheDocument();
  await press('Take it away');
  await expect.element(button('Update now')).toBeVisible();
});
