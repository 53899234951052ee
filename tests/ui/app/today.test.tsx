import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, heading, openApp, press, seen, settled, showApp } from '../../support/open-app.tsx';
import { answered, back, monday, promised, won, wrote } from '../../support/records.ts';

const names = ['Kept', 'Partly', 'Changed, and I said so in time', 'Not kept', 'Did not come up'];
const home = promised('home', 'Home by 18:30.', { dueTime: '18:30' });
const outcomes = (host: Awaited<ReturnType<typeof openApp>>) =>
  host.ledger.rowsOf('outcome').map(({ fields }) => [fields['of'], fields['day'], fields['result']]);

describe('the promises of the day', () => {
  test('stand in the order in which they come up, each with the five answers', async () => {
    await openApp({ before: [promised('cook', 'I cook.'), home] });
    await expect.element(page.getByText('Home by 18:30.')).toBeVisible();
    expect([...document.querySelectorAll('h3')].map((one) => one.textContent)).toEqual(['Home by 18:30.', 'I cook.']);
    for (const group of document.querySelectorAll('.answers')) {
      expect([...group.querySelectorAll('button')].map((one) => one.textContent)).toEqual(names);
    }
  });

  test('an answer is stored for the day on the screen, and the act is named at once', async () => {
    const host = await openApp({ before: [home] });
    await press('Kept');
    await expect.element(page.getByText('Did what I said. Noted.')).toBeVisible();
    expect(outcomes(host)).toEqual([['home', monday, 'kept']]);
  });

  test('nothing is said before the answer is on the disk', async () => {
    const host = await openApp({ before: [home] });
    const release = host.ledger.holdCommits();
    await press('Kept');
    await settled();
    expect(seen()).not.toContain('Noted');
    release();
    await expect.element(page.getByText('Did what I said. Noted.')).toBeVisible();
  });

  test('an answer that was not saved says so beside the promise, and can be tried again', async () => {
    const host = await openApp({ before: [home] });
    host.ledger.refuseCommits('lost');
    await press('Not kept');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(outcomes(host)).toEqual([]);
    host.ledger.refuseCommits(undefined);
    await press('Try again');
    await expect.element(page.getByText('Thank you for saying it as it is.')).toBeVisible();
    expect(outcomes(host)).toEqual([['home', monday, 'notKept']]);
  });

  test('an answer can be changed, and the newest stands', async () => {
    const host = await openApp({ before: [home, answered('home', monday, 'notKept')] });
    await press('Change');
    await expect.element(button('Not kept')).toHaveAttribute('aria-pressed', 'true');
    await press('Kept');
    await settled();
    expect(outcomes(host)).toEqual([['home', monday, 'kept']]);
  });

  test('an undo after a change gives the earlier answer back, with its note', async () => {
    const host = await openApp({ before: [home, answered('home', monday, 'partly', 'The bus.')] });
    await press('Change');
    await press('Not kept');
    await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.element(button('Change')).toBeVisible();
    expect(host.ledger.rowsOf('outcome')).toMatchObject([{ fields: { result: 'partly', note: 'The bus.' } }]);
  });

  test('are answered by keyboard alone', async () => {
    const host = await openApp({ before: [home] });
    for (let steps = 0; steps < 20 && document.activeElement?.textContent !== 'Did not come up'; steps++) {
      await userEvent.tab();
    }
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Nothing owed.')).toBeVisible();
    expect(outcomes(host)).toEqual([['home', monday, 'didNotComeUp']]);
  });

  test('another tab’s answer is there once the page is looked at again, even if its notice got lost', async () => {
    const host = await openApp({ before: [home] });
    await host.ledger.commitElsewhere(answered('home', monday, 'partly'));
    expect(seen()).toContain('Did not come up');
    window.dispatchEvent(new Event('focus'));
    await expect.element(button('Change')).toBeVisible();
  });
});

describe('yesterday', () => {
  const both = promised('home', 'Home by 18:30.', {}, back(3));

  test('is offered once more, in its own place, and counts for yesterday', async () => {
    const host = await openApp({ before: [both, answered('home', back(2), 'kept')] });
    await expect.element(heading('Yesterday, if you want')).toBeVisible();
    await button('Partly').nth(1).click();
    await expect.element(heading('Part of it is real. Which part?')).toBeVisible();
    expect(outcomes(host)).toContainEqual(['home', back(1), 'partly']);
  });

  test('that was answered is not asked about, and older days never are', async () => {
    await openApp({ before: [both, answered('home', back(1), 'kept')] });
    await expect.element(button('Not kept')).toBeVisible();
    expect(seen()).not.toContain('Yesterday');
    expect(document.querySelectorAll('.answers')).toHaveLength(1);
  });
});

test('from the hour of the evening Today asks how it went', async () => {
  const host = await openApp({ before: [home], at: '2026-11-23T19:59:00Z' });
  expect(seen()).toContain('Today’s promises');
  host.clock.at = Date.parse('2026-11-23T20:00:00Z');
  await showApp(host);
  await expect.element(heading('This evening')).toBeVisible();
  expect(seen()).toContain('no answer is fine too');
});

describe('past midnight', () => {
  const late = '2026-11-23T23:59:58Z';

  test('the day that stood on the screen counts, until the person turns to the new one', async () => {
    const host = await openApp({ before: [home], at: late });
    host.clock.at += 5000;
    window.dispatchEvent(new Event('focus'));
    await press('Kept');
    await settled();
    expect(outcomes(host)).toEqual([['home', monday, 'kept']]);
  });

  test('a page that was out of sight shows the new day', async () => {
    const host = await openApp({ before: [home], at: late });
    host.clock.at += 5000;
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(heading('Tuesday 24 November')).toBeVisible();
  });

  test('while a moment is open the day waits, and a typed note with it', async () => {
    const host = await openApp({ before: [home], at: late });
    await press('Not kept');
    await page.getByRole('main').getByRole('textbox').fill('The bus.');
    host.clock.at += 5000;
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.element(button('Show the new day')).toBeVisible();
    await expect.element(page.getByRole('main').getByRole('textbox')).toHaveValue('The bus.');
    await expect.element(heading('Monday 23 November')).toBeVisible();
  });
});

describe('coming back', () => {
  test('after three days: a greeting, one question, and nothing about the days between', async () => {
    await openApp({
      before: [promised('home', 'Home by 18:30.', {}, back(3)), promised('cook', 'I cook.', {}, back(3))],
    });
    await expect.element(page.getByText(/^Good to see you\. Nothing was lost\.$/)).toBeVisible();
    expect(document.querySelectorAll('.answers')).toHaveLength(1);
    expect(seen()).not.toContain('Yesterday');
  });

  test('after sixty days too', async () => {
    const old = promised('home', 'Home by 18:30.', { startsOn: back(60), endsOn: back(54) }, back(60));
    await openApp({ before: [old, answered('home', back(58), 'kept')] });
    await expect.element(page.getByText('Is there one small promise for today?')).toBeVisible();
    expect(document.querySelectorAll('main .answers, main h2')).toHaveLength(0);
    await press('Not today');
    await expect.element(button('A small win')).toBeVisible();
  });

  test('the answer to the one question is celebrated before the day opens', async () => {
    await openApp({ before: [promised('home', 'Home by 18:30.', {}, back(5))] });
    await press('Kept');
    await expect.element(page.getByText('Did what I said. Noted.')).toBeVisible();
    expect(seen()).toContain('Good to see you');
    await press('Go on');
    await expect.element(button('A small win')).toBeVisible();
  });

  test('is no matter of promises alone: an entry yesterday is presence', async () => {
    await openApp({ before: [promised('home', 'Home by 18:30.', {}, back(9)), wrote('e', 'a line', back(1))] });
    await expect.element(heading('Yesterday, if you want')).toBeVisible();
    expect(seen()).not.toContain('Good to see you');
  });
});

describe('a quick win', () => {
  test('by keyboard: open, type, Enter, and it is named where it was asked for', async () => {
    const host = await openApp();
    await press('A small win');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('heard{Enter}');
    await expect.element(page.getByText('Heard them out. Noted.')).toBeVisible();
    expect(host.ledger.rowsOf('win')).toMatchObject([{ fields: { of: 'listened', day: monday } }]);
    await expect.poll(() => location.hash).toBe('#/today');
  });

  test('words that name no win: Enter asks which one it was before it is saved', async () => {
    const host = await openApp();
    await press('A small win');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('zzz{Enter}');
    await expect.element(page.getByText(/What kind of win is it\?/)).toBeVisible();
    expect(host.ledger.rowsOf('win')).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(page.getByText('Said early that it would change. Noted.')).toBeVisible();
    expect(host.ledger.rowsOf('win')).toMatchObject([{ fields: { of: 'toldEarly', note: 'zzz' } }]);
  });

  test('a press beside the sheet throws no note away', async () => {
    await openApp();
    await press('A small win');
    await page.getByRole('combobox').fill('a note of mine');
    await expect.element(page.getByRole('dialog')).toHaveAttribute('closedby', 'closerequest');
    await userEvent.click(document.documentElement, { position: { x: 2, y: 2 }, force: true });
    await settled();
    await expect.element(page.getByRole('combobox')).toHaveValue('a note of mine');
  });

  test('the browser’s back closes the sheet first', async () => {
    await openApp();
    await press('A small win');
    await expect.element(page.getByRole('combobox')).toBeVisible();
    history.back();
    await expect.element(page.getByRole('combobox')).not.toBeInTheDocument();
    await expect.poll(() => location.hash).toBe('#/today');
  });
});

test('the browser is asked to keep the record after the first real entry, and not before', async () => {
  const host = await openApp({ before: [home] });
  expect(host.persistAsked).toBe(0);
  await press('Kept');
  await settled();
  expect(host.persistAsked).toBe(1);
});

test('installing is offered only after something was saved', async () => {
  const host = await openApp({ before: [home, won('w', 'onTime', monday)] });
  host.install.value = { type: 'button', install: async () => {} };
  await settled();
  expect(seen()).not.toContain('Install Kept');
  await press('Did not come up');
  await expect.element(button('Install Kept')).toBeVisible();
});
