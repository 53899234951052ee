import { newAppreciation } from '@core/domain/appreciation.ts';
import { winTypes } from '@core/domain/win.ts';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, heading, openApp, press, seen, settled } from '../../support/open-app.tsx';
import { actOn, back, monday, won } from '../../support/records.ts';

describe('a win', () => {
  test('is one of thirteen, is named when it is saved, and stands under its day', async () => {
    const host = await openApp({ to: 'wins' });
    await press('Add a win');
    await expect.element(page.getByLabelText('Put something right')).toBeInTheDocument();
    expect(document.querySelectorAll('input[type=radio]')).toHaveLength(winTypes.length);
    await page.getByLabelText('Put something right').click();
    await page.getByLabelText('A note, if you like').fill('The shelf.');
    await press('Save');
    await expect.element(page.getByText('Put something right. Noted.')).toBeVisible();
    await press('Go on');
    await expect.element(page.getByRole('button', { name: 'Put something right The shelf.' })).toBeVisible();
    expect(host.ledger.rowsOf('win')).toMatchObject([{ fields: { of: 'repaired', day: monday, note: 'The shelf.' } }]);
  });

  test('is saved once, however often Save is pressed', async () => {
    const host = await openApp({ to: 'wins/add' });
    await page.getByLabelText('Asked for help').click();
    const form = document.querySelector('form');
    for (let presses = 0; presses < 30; presses++) {
      form?.requestSubmit();
      await Promise.resolve();
    }
    await settled();
    expect(host.ledger.rowsOf('win')).toHaveLength(1);
  });

  test('is added by keyboard alone', async () => {
    const host = await openApp({ to: 'wins/add' });
    await expect.element(button('Save')).toBeVisible();
    for (let steps = 0; steps < 20 && document.activeElement?.getAttribute('type') !== 'radio'; steps++) {
      await userEvent.tab();
    }
    await userEvent.keyboard(' {ArrowDown}');
    for (let steps = 0; steps < 20 && document.activeElement?.textContent !== 'Save'; steps++) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await settled();
    expect(host.ledger.rowsOf('win')).toMatchObject([{ fields: { of: 'toldEarly' } }]);
  });

  test('needs its kind, and takes an earlier day', async () => {
    const host = await openApp({ to: 'wins/add' });
    await press('Save');
    await expect.element(page.getByText('Choose one of these.')).toBeVisible();
    await page.getByLabelText('Asked for help').click();
    await page.getByLabelText('Day', { exact: true }).fill('2026-11-24');
    await press('Save');
    await expect.element(page.getByText(/has not come yet/)).toBeVisible();
    await page.getByLabelText('Day', { exact: true }).fill('2026-11-20');
    await press('Save');
    await settled();
    expect(host.ledger.rowsOf('win')).toMatchObject([{ fields: { of: 'askedForHelp', day: '2026-11-20' } }]);
  });

  test('with a note that is too long keeps the note on the screen', async () => {
    await openApp({ to: 'wins/add' });
    await page.getByLabelText('Kept steady').click();
    await page.getByLabelText('A note, if you like').fill('x'.repeat(501));
    await press('Save');
    await expect.element(page.getByText(/longer than fits here/)).toBeVisible();
    await expect.element(page.getByLabelText('A note, if you like')).toHaveValue('x'.repeat(501));
  });

  test('is changed, deleted, and brought back', async () => {
    const host = await openApp({ to: 'wins', before: [won('w', 'onTime', back(1))] });
    await press('There when I said');
    await page.getByLabelText('Kept steady').click();
    await press('Save');
    await press('Kept steady');
    await press('Delete');
    await expect.element(page.getByText(/^Nothing is written here yet/)).toBeVisible();
    await press('Undo');
    await expect.element(button('Kept steady')).toBeVisible();
    expect(host.ledger.rowsOf('win')).toMatchObject([
      { fields: { of: 'stayedCalm', value: 'patience', day: back(1) } },
    ]);
  });

  test('that was not saved says so, keeps what was chosen, and can be tried again', async () => {
    const host = await openApp({ to: 'wins/add', prepare: ({ ledger }) => ledger.refuseCommits('busy') });
    await page.getByLabelText('Kept steady').click();
    await press('Save');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(seen()).not.toContain('Noted');
    host.ledger.refuseCommits(undefined);
    await press('Try again');
    await expect.element(page.getByText('Kept steady. Noted.')).toBeVisible();
  });
});

describe('a kind act noticed', () => {
  test('is one line, seen and specific, and nothing is sent', async () => {
    const host = await openApp({ to: 'wins' });
    await press('Notice a kind act');
    await page.getByLabelText('What kind thing did you see them do').fill('Left the hall light on.');
    await press('Save');
    await expect.element(page.getByRole('button', { name: 'Noticed Left the hall light on.' })).toBeVisible();
    expect(host.ledger.rowsOf('appreciation')).toMatchObject([
      { fields: { what: 'Left the hall light on.', day: monday, saidAloud: false } },
    ]);
  });

  test('is changed, deleted, and brought back', async () => {
    const seenAct = newAppreciation({ day: back(1), what: 'Made soup.', saidAloud: false }, actOn(back(1)), 'a');
    const host = await openApp({ to: 'wins', before: [[seenAct]] });
    await page.getByRole('button', { name: 'Noticed Made soup.' }).click();
    await page.getByLabelText('I told them that I noticed').click();
    await press('Save');
    await page.getByRole('button', { name: 'Noticed Made soup.' }).click();
    await expect.element(page.getByLabelText('I told them that I noticed')).toBeChecked();
    await press('Delete');
    await press('Undo');
    await expect.element(page.getByRole('button', { name: 'Noticed Made soup.' })).toBeVisible();
    expect(host.ledger.rowsOf('appreciation')).toMatchObject([{ fields: { saidAloud: true } }]);
  });

  test('needs words', async () => {
    await openApp({ to: 'wins/notice' });
    await press('Save');
    await expect.element(page.getByText('Write a few words first.')).toBeVisible();
  });
});

test('both stand together by day, and older months come at a press', async () => {
  const wins = Array.from({ length: 50 }, (_, index) => won(`w${index}`, 'onTime', back(index * 3)));
  await openApp({ to: 'wins', before: wins });
  await expect.element(heading('Today')).toBeVisible();
  expect(document.querySelectorAll('main .line').length).toBeLessThan(50);
  await press('Earlier');
  await expect.element(page.getByText('That is everything.')).toBeVisible();
  expect(document.querySelectorAll('main .line')).toHaveLength(50);
});
