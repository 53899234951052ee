import { newCelebration } from '@core/domain/celebration.ts';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { button, heading, openApp, press, seen } from '../../support/open-app.tsx';
import { actOn, answered, back, celebrated, promised, won } from '../../support/records.ts';

// What somebody wrote after a win or an answer is theirs to read again, to change and to take away.

type Host = Awaited<ReturnType<typeof openApp>>;
const words = (text: string) => page.getByRole('button', { name: `In your own words ${text}` });
const stored = (host: Host) => host.ledger.rowsOf('celebration').map(({ fields }) => fields['ownWords']);
const field = page.getByLabelText('In your own words');

describe('on the page of wins', () => {
  const open = () =>
    openApp({ to: 'wins', before: [won('w', 'onTime', back(1)), celebrated('c', 'w', back(1), 'She looked up.')] });

  test('they stand with their win, in the face of the person’s own words', async () => {
    await open();
    await expect.element(words('She looked up.')).toBeVisible();
    const item = words('She looked up.').element().closest('li');
    expect(item?.textContent).toContain('There when I said');
    const shown = page.getByText('She looked up.').element();
    const ofTheWords = getComputedStyle(document.documentElement).getPropertyValue('--face-words');
    expect(getComputedStyle(shown).fontFamily.split(',')[0]).toBe(ofTheWords.trim().split(',')[0]?.trim());
  });

  test('they are changed, and the change can be taken back', async () => {
    const host = await open();
    await words('She looked up.').click();
    await expect.element(field).toHaveFocus();
    await field.fill('She looked up and smiled.');
    await press('Save');
    await expect.element(words('She looked up and smiled.')).toBeVisible();
    expect(document.activeElement).not.toBe(document.body);
    await press('Undo');
    await expect.element(words('She looked up.')).toBeVisible();
    expect(stored(host)).toEqual(['She looked up.']);
  });

  test('they are deleted without their win, and come back at a press', async () => {
    const host = await open();
    await words('She looked up.').click();
    await press('Delete');
    await expect.element(field).not.toBeInTheDocument();
    expect(seen()).not.toContain('She looked up');
    await expect.element(button('There when I said')).toBeVisible();
    expect(document.activeElement).not.toBe(document.body);
    expect(stored(host)).toEqual([null]);
    await press('Undo');
    await expect.element(words('She looked up.')).toBeVisible();
  });

  test('emptied and saved they are gone, and too many are refused beside the field', async () => {
    const host = await open();
    await words('She looked up.').click();
    await field.fill('x'.repeat(501));
    await press('Save');
    await expect.element(page.getByText(/longer than fits here/)).toBeVisible();
    await field.fill('');
    await press('Save');
    await expect.element(field).not.toBeInTheDocument();
    expect(stored(host)).toEqual([null]);
  });

  test('that were not saved stay in the field, and say so', async () => {
    const host = await open();
    await words('She looked up.').click();
    await field.fill('Other words.');
    host.ledger.refuseCommits('full');
    await press('Save');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(field).toHaveValue('Other words.');
    host.ledger.refuseCommits(undefined);
    await press('Save');
    await expect.element(words('Other words.')).toBeVisible();
  });

  test('what was chosen beside them stays when they go', async () => {
    const both = newCelebration(
      { of: 'w', day: back(1), stage: 'app', promptKey: 'honestyA', ownWords: 'Said it.' },
      actOn(back(1)),
      'c',
    );
    const host = await openApp({ to: 'wins', before: [won('w', 'honestWord', back(1)), [both]] });
    await words('Said it.').click();
    await press('Delete');
    await expect.element(field).not.toBeInTheDocument();
    expect(host.ledger.rowsOf('celebration')).toMatchObject([{ fields: { promptKey: 'honestyA', ownWords: null } }]);
  });

  test('a long list costs one look for each month that it shows', async () => {
    const many = Array.from({ length: 30 }, (_, index) => [
      ...won(`w${index}`, 'onTime', back(index)),
      ...celebrated(`c${index}`, `w${index}`, back(index), `Words ${index}.`),
    ]);
    const asked: string[] = [];
    await openApp({
      to: 'today',
      before: many,
      prepare: ({ ledger }) => {
        const { listing } = ledger;
        Object.assign(ledger, {
          listing: (kind: string, where: object) => {
            if (kind === 'celebration') asked.push(JSON.stringify(where));
            return listing(kind, where as never);
          },
        });
      },
    });
    await page.getByRole('link', { name: 'Wins' }).click();
    await expect.element(words('Words 29.')).toBeVisible();
    expect(new Set(asked)).toEqual(new Set(['{"month":"2026-11"}', '{"month":"2026-10"}']));
    expect(asked.length).toBeLessThanOrEqual(4); // read once, and perhaps once more on coming back to the page
  });
});

test('on the page of a promise they stand with the answer of their day', async () => {
  const home = promised('home', 'Home by 18:30.', {}, back(4));
  const host = await openApp({ to: 'promises', before: [home, answered('home', back(1), 'kept')] });
  const [outcome] = host.ledger.rowsOf('outcome');
  await host.ledger.commit(celebrated('c', outcome?.id ?? '', back(1), 'The porch light was on.'));
  await page.getByRole('button', { name: /^Home by 18:30/ }).click();
  await expect.element(heading('Its days')).toBeVisible();
  await expect.element(words('The porch light was on.')).toBeVisible();
  expect(words('The porch light was on.').element().closest('li')?.textContent).toMatch(/^Yesterday/);
  await words('The porch light was on.').click();
  await field.fill('The porch light.');
  await press('Save');
  await expect.element(words('The porch light.')).toBeVisible();
  await page.getByRole('button', { name: /^Yesterday/ }).click();
  await press('Take the answer back');
  await expect.element(page.getByRole('button', { name: /^Yesterday No answer/ })).toBeVisible();
  expect(seen()).not.toContain('The porch light');
});
