import { addDays, type LocalDay } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { must } from '../../support/must.ts';
import { button, heading, openApp, press, seen, settled } from '../../support/open-app.tsx';
import { answered, back, monday, promised } from '../../support/records.ts';

const text = () => page.getByLabelText('What I will do');
const ended = (id: string, on: LocalDay): Edit => ({ kind: 'commitment', row: { id }, set: { endedOn: on } });
const promisesOf = (host: Awaited<ReturnType<typeof openApp>>) =>
  host.ledger.rowsOf('commitment').map(({ fields }) => fields);

/** Types a date part by part, as a person does; `fill` would refuse one that does not exist. */
async function typeDate(label: string, keys: string) {
  await page.getByLabelText(label).click();
  await userEvent.keyboard(keys);
}

describe('a new promise', () => {
  test('begins with starters, and own words beside them', async () => {
    const host = await openApp({ to: 'promises' });
    await press('New promise');
    await press('In bed by 23:00.');
    await expect.element(text()).toHaveValue('In bed by 23:00.');
    await expect.element(page.getByLabelText('By what time')).toHaveValue('23:00');
    await press('Save');
    await expect.element(heading('Promises')).toBeVisible();
    expect(promisesOf(host)).toMatchObject([{ text: 'In bed by 23:00.', dueTime: '23:00', value: 'selfCare' }]);
  });

  test('in own words, by keyboard alone, with hints that hold nobody back', async () => {
    const host = await openApp({ to: 'promises/new' });
    await press('In my own words');
    await text().click();
    await userEvent.keyboard('Never be late again');
    await expect.element(page.getByText(/Try it as something you do/)).toBeVisible();
    await userEvent.keyboard('{Tab}');
    for (let steps = 0; steps < 40 && document.activeElement?.textContent !== 'Save'; steps++) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Promises')).toBeVisible();
    expect(promisesOf(host)).toMatchObject([
      { text: 'Never be late again', repeat: { type: 'daily' }, startsOn: monday },
    ]);
  });

  test.each([
    ['nothing at all', '', 'Write a few words first.'],
    ['only marks that nobody sees', '\u200b\u2060', 'Write a few words first.'],
    ['too much', 'x'.repeat(121), /longer than fits here/],
    ['a line that reads otherwise than it is stored', 'home \u202e03:81 yb', /hidden marks/],
  ])('with %s is refused beside the field, and the words stay', async (_what, typed, sentence) => {
    const host = await openApp({ to: 'promises/edit' });
    await text().fill(typed);
    await press('Save');
    await expect.element(page.getByText(sentence)).toBeVisible();
    await expect.element(text()).toHaveValue(typed);
    await expect.element(text()).toHaveAttribute('aria-invalid', 'true');
    expect(promisesOf(host)).toEqual([]);
  });

  test('hidden marks can be taken out at a press', async () => {
    await openApp({ to: 'promises/edit' });
    await text().fill('home \u202eearly');
    await press('Save');
    await press('Take them out');
    await expect.element(text()).toHaveValue('home early');
  });

  test('on a day that is in no calendar is refused, not silently moved to today', async () => {
    const host = await openApp({ to: 'promises/edit' });
    await text().fill('I cook.');
    await typeDate('First day', '02312026');
    await press('Save');
    await expect.element(page.getByText('There is no such day in the calendar.', { exact: false })).toBeVisible();
    expect(promisesOf(host)).toEqual([]);
  });

  test('that ends before it begins is refused', async () => {
    await openApp({ to: 'promises/edit' });
    await text().fill('I cook.');
    await page.getByLabelText('Last day').fill(back(1));
    await press('Save');
    await expect.element(page.getByText(/The last day is before the first/)).toBeVisible();
  });

  test('on weekdays needs one', async () => {
    const host = await openApp({ to: 'promises/edit' });
    await text().fill('I cook.');
    await page.getByLabelText('On some weekdays').click();
    await page.getByLabelText('Monday').click();
    await press('Save');
    await expect.element(page.getByText('Choose at least one day of the week.')).toBeVisible();
    await page.getByLabelText('Thursday').click();
    await press('Save');
    await settled();
    expect(promisesOf(host)).toMatchObject([{ repeat: { type: 'weekdays', days: [4] } }]);
  });

  test('beyond three at a time waits for room, with its words kept', async () => {
    const three = ['a', 'b', 'c'].map((id) => promised(id, `Promise ${id}`));
    const host = await openApp({ before: three, to: 'promises/edit' });
    await text().fill('A fourth');
    await press('Save');
    await expect.element(page.getByText(/Pause or end one/)).toBeVisible();
    await expect.element(text()).toHaveValue('A fourth');
    expect(promisesOf(host)).toHaveLength(3);
  });

  test('that could not be saved keeps its words, and saves at the next press', async () => {
    const host = await openApp({ to: 'promises/edit' });
    await text().fill('I cook.');
    host.ledger.refuseCommits('full');
    await press('Save');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(text()).toHaveValue('I cook.');
    expect(seen()).not.toContain('Saved');
    host.ledger.refuseCommits(undefined);
    await press('Try again');
    await settled();
    expect(promisesOf(host)).toMatchObject([{ text: 'I cook.' }]);
  });
});

test('a look at another page costs no words of a promise that is being written', async () => {
  await openApp({ to: 'promises/edit' });
  await text().fill('I cook on');
  await page.getByRole('link', { name: 'Hard moment' }).click();
  await expect.element(page.getByText('Is anyone in danger right now?')).toBeVisible();
  history.back();
  await expect.element(text()).toHaveValue('I cook on');
  await press('Cancel');
  await expect.element(text()).not.toBeInTheDocument();
  location.hash = '#/promises/edit';
  await expect.element(text()).toHaveValue('');
});

test('an if-then is listed as one sentence', async () => {
  const ifThen = { form: 'ifThen', ifText: 'it gets late', thenText: 'I ring' } as const;
  await openApp({ before: [promised('late', 'I ring', ifThen)], to: 'promises' });
  await expect.element(page.getByRole('button', { name: /it gets late.*I ring/ })).toBeVisible();
});

describe('a promise that is there', () => {
  const home = promised('home', 'Home by 18:30.', {}, back(4));
  const open = async (before = [home]) => {
    const host = await openApp({ before, to: 'promises' });
    await page.getByRole('button', { name: /^Home by 18:30/ }).click();
    await expect.element(heading('Its days')).toBeVisible();
    return host;
  };

  test('is changed', async () => {
    const host = await open();
    await press('Change it');
    await text().fill('Home by 19:00.');
    await press('Save');
    await expect.element(page.getByText('Home by 19:00.')).toBeVisible();
    expect(promisesOf(host)).toMatchObject([{ text: 'Home by 19:00.', startsOn: back(4) }]);
  });

  test('rests from a day until another, and the rest can be undone', async () => {
    const host = await open();
    await press('Rest');
    await page.getByLabelText('Until').fill('2026-12-04');
    await page.getByRole('dialog').getByRole('button', { name: 'Rest', exact: true }).click();
    await expect.element(page.getByText(/Resting until 4 Dec/)).toBeVisible();
    expect(promisesOf(host)).toMatchObject([{ pausedRanges: [{ from: monday, to: '2026-12-04' }] }]);
    await press('Undo');
    await expect.element(button('Rest')).toBeVisible();
    expect(promisesOf(host)).toMatchObject([{ pausedRanges: [] }]);
  });

  test('does not rest until a day before the rest began', async () => {
    const host = await open();
    await press('Rest');
    await page.getByLabelText('Until').fill(back(3));
    await page.getByRole('dialog').getByRole('button', { name: 'Rest', exact: true }).click();
    await expect.element(page.getByText(/The last day is before the first/)).toBeVisible();
    expect(promisesOf(host)).toMatchObject([{ pausedRanges: [] }]);
  });

  test('the browser’s back closes the sheet of the rest first', async () => {
    await open();
    await press('Rest');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    history.back();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(heading('Its days')).toBeVisible();
  });

  test('is taken up again', async () => {
    const host = await open();
    await press('Rest');
    await page.getByRole('dialog').getByRole('button', { name: 'Rest', exact: true }).click();
    await press('Take up again');
    await expect.element(button('Rest')).toBeVisible();
    expect(promisesOf(host)[0]).not.toMatchObject({ pausedRanges: [{ from: monday }] });
  });

  test('ends, and its days stay', async () => {
    await open([home, answered('home', back(1), 'kept')]);
    await press('End it');
    await expect.element(page.getByText(/Over since/)).toBeVisible();
    expect(seen()).toContain('Yesterday');
    await press('Undo');
    await expect.element(button('End it')).toBeVisible();
  });

  test('that was ended is taken up again long after the undo is gone, and its answers stay', async () => {
    const host = await open([home, answered('home', back(3), 'kept'), [ended('home', back(2))]]);
    await press('Take it up again');
    await expect.element(button('End it')).toBeVisible();
    expect(seen()).toMatch(/Friday 20 November\s+Kept/);
    expect(seen()).not.toMatch(/Saturday 21 November|Yesterday/); // it was over then: nothing is owed
    expect(promisesOf(host)).toMatchObject([{ endedOn: null, endsOn: addDays(monday, 6) }]);
    await press('Undo');
    await expect.element(page.getByText(/Over since/)).toBeVisible();
    expect(promisesOf(host)).toMatchObject([{ endedOn: back(2), pausedRanges: [] }]);
  });

  test('whose time is over is asked for a new last day, six days on if nothing else is chosen', async () => {
    const over = promised('home', 'Home by 18:30.', { endsOn: back(3) }, back(9));
    const host = await open([over]);
    const actsBefore = must(await host.ledger.revision());
    await press('Take it up again');
    const sheet = page.getByRole('dialog');
    await expect.element(sheet.getByLabelText('Last day')).toHaveValue(addDays(monday, 6));
    await sheet.getByLabelText('Last day').fill(back(1));
    await sheet.getByRole('button', { name: 'Take it up again' }).click();
    await expect.element(page.getByText(/^That day is over/)).toBeVisible();
    await sheet.getByLabelText('Last day').fill(addDays(monday, 2));
    await sheet.getByRole('button', { name: 'Take it up again' }).click();
    await expect.element(button('End it')).toBeVisible();
    expect(promisesOf(host)).toMatchObject([{ startsOn: back(9), endsOn: addDays(monday, 2) }]);
    expect(must(await host.ledger.revision())).toBe(actsBefore + 1);
    await press('Undo');
    await expect.element(page.getByText(/Over since/)).toBeVisible();
    expect(promisesOf(host)).toMatchObject([{ endsOn: back(3), pausedRanges: [] }]);
  });

  test('is not taken up again beside three that are on, and the page says why', async () => {
    const others = ['a', 'b', 'c'].map((id) => promised(id, `Another ${id}.`));
    await open([home, [ended('home', back(2))], ...others]);
    await expect.element(button('Take it up again')).toBeDisabled();
    await expect.element(page.getByText(/^Three promises and two if-thens at a time are enough/)).toBeVisible();
  });

  test('whose last day is past does not come back beside three that are on by a later last day alone', async () => {
    const others = ['a', 'b', 'c'].map((id) => promised(id, `Another ${id}.`));
    const over = promised('home', 'Home by 18:30.', { startsOn: back(9), endsOn: back(3) }, back(9));
    await open([over, ...others]);
    await press('Change it');
    await page.getByLabelText('Last day').fill(addDays(monday, 2));
    await press('Save');
    await expect.element(page.getByText(/Pause or end one/)).toBeVisible();
  });

  test('the focus stays on the page after "End it", after Undo and after an answer', async () => {
    await open();
    await press('End it');
    await expect.element(page.getByText(/Over since/)).toBeVisible();
    expect(document.activeElement).not.toBe(document.body);
    await press('Undo');
    await expect.element(button('End it')).toBeVisible();
    expect(document.activeElement?.tagName).toBe('H1');
    await page.getByRole('button', { name: /^Saturday 21 November/ }).click();
    await press('Not kept');
    await expect.element(page.getByRole('button', { name: /^Saturday 21 November Not kept/ })).toBeVisible();
    expect(document.activeElement).not.toBe(document.body);
  });

  test('an undo that does not work says so, and can be pressed again', async () => {
    const host = await open();
    await press('End it');
    await expect.element(page.getByText(/Over since/)).toBeVisible();
    host.ledger.refuseCommits('full');
    await press('Undo');
    await expect.element(page.getByRole('alert')).toBeVisible();
    host.ledger.refuseCommits(undefined);
    await press('Undo');
    await expect.element(button('End it')).toBeVisible();
    await expect.element(button('Undo')).not.toBeInTheDocument();
  });

  test('another answer leaves a note that another tab has written meanwhile', async () => {
    const host = await open([home, answered('home', back(1), 'partly', 'Late.')]);
    await page.getByRole('button', { name: /^Yesterday/ }).click();
    await expect.element(page.getByLabelText('A note, if you like')).toHaveValue('Late.');
    await host.ledger.commitElsewhere(answered('home', back(1), 'partly', 'The bus was late.'));
    await press('Not kept');
    await expect.element(page.getByRole('button', { name: /^Yesterday Not kept/ })).toBeVisible();
    expect(host.ledger.rowsOf('outcome')[0]?.fields).toMatchObject({ result: 'notKept', note: 'The bus was late.' });
  });

  test('is deleted, and comes back at a press', async () => {
    const host = await open();
    await press('Delete');
    await expect.element(page.getByText('Nothing is promised at the moment.')).toBeVisible();
    expect(promisesOf(host)).toEqual([]);
    await press('Undo');
    await expect.element(page.getByRole('button', { name: /^Home by 18:30/ })).toBeVisible();
  });

  test('any past day can be answered, with a note', async () => {
    const host = await open();
    await page.getByRole('button', { name: /^Saturday 21 November/ }).click();
    await page.getByLabelText('A note, if you like').fill('The bus.');
    await press('Not kept');
    await expect.element(page.getByRole('button', { name: /^Saturday 21 November Not kept The bus/ })).toBeVisible();
    expect(host.ledger.rowsOf('outcome')).toMatchObject([
      { fields: { of: 'home', day: back(2), result: 'notKept', note: 'The bus.' } },
    ]);
  });

  test('an answer can be taken back, and given back', async () => {
    const host = await open([home, answered('home', back(1), 'notKept', 'Late.')]);
    await page.getByRole('button', { name: /^Yesterday/ }).click();
    await press('Take the answer back');
    await expect.element(page.getByRole('button', { name: /^Yesterday No answer/ })).toBeVisible();
    await press('Undo');
    await expect.element(page.getByRole('button', { name: /^Yesterday Not kept Late/ })).toBeVisible();
    expect(host.ledger.rowsOf('outcome')).toHaveLength(1);
  });

  test('earlier days come at a press', async () => {
    const long = promised('home', 'Home by 18:30.', { startsOn: back(40) }, back(40));
    await open([long]);
    expect(document.querySelectorAll('.day-line')).toHaveLength(14);
    await press('Earlier');
    await settled();
    expect(document.querySelectorAll('.day-line')).toHaveLength(28);
  });
});
