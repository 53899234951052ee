import { changeEntry, newEntry } from '@core/domain/journal-entry.ts';
import { parseJournalEntry } from '@core/domain/journal-entry-row.ts';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FakeHost } from '../../support/fake-host.ts';
import { button, closeApp, heading, openApp, press, seen, settled, showApp } from '../../support/open-app.tsx';
import { actOn, back, monday, wrote } from '../../support/records.ts';

const sheet = () => page.getByLabelText('Your entry');
const sheetNow = () => sheet().element() as HTMLTextAreaElement;
const entriesOf = (host: FakeHost) => host.ledger.rowsOf('journalEntry').map(({ fields }) => fields);
const bodyOf = (host: FakeHost) => entriesOf(host).map((fields) => (fields['body'] as { text: string }).text);
const past = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe('writing', () => {
  test('by keyboard alone: write, save, and the entry is in the journal', async () => {
    const host = await openApp({ to: 'journal' });
    await press('Write');
    await sheet().click();
    await userEvent.keyboard('A plain day.');
    await userEvent.tab();
    for (let steps = 0; steps < 20 && document.activeElement?.textContent !== 'Save'; steps++) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'A plain day.' })).toBeVisible();
    expect(entriesOf(host)).toMatchObject([{ day: monday }]);
    expect(host.ledger.draftsNow()).toEqual([]);
  });

  test('several entries a day stand under their day, the newest first', async () => {
    await openApp({
      to: 'journal',
      before: [wrote('a', 'first', back(2), 8), wrote('b', 'second', back(2), 9), wrote('c', 'third', monday)],
    });
    await expect.element(heading('Today')).toBeVisible();
    expect([...document.querySelectorAll('.entry-start')].map((one) => one.textContent)).toEqual([
      'third',
      'second',
      'first',
    ]);
  });

  test('for an earlier day', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Late, but here.');
    await page.getByLabelText('Day', { exact: true }).fill('2026-11-20');
    await press('Save');
    await expect.element(heading('Friday 20 November')).toBeVisible();
    expect(entriesOf(host)).toMatchObject([{ day: '2026-11-20' }]);
  });

  test.each([
    [
      'a day that has not come',
      () => page.getByLabelText('Day', { exact: true }).fill('2026-11-24'),
      /has not come yet/,
    ],
    ['a day that is in no calendar', () => typeDay('02302026'), /no such day in the calendar/],
    ['the year 12', () => typeDay('01010012'), /no such day in the calendar/],
  ])('for %s is refused beside the field, and the words stay', async (_day, choose, sentence) => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('My words.');
    await choose();
    await press('Save');
    await expect.element(page.getByText(sentence)).toBeVisible();
    await expect.element(sheet()).toHaveValue('My words.');
    expect(entriesOf(host)).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['what nobody can see', '\u200b\u2060\ufeff'],
  ])('with %s there is nothing to save', async (_what, typed) => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill(typed);
    await press('Save');
    await expect.element(page.getByText('Write a few words first.')).toBeVisible();
    expect(entriesOf(host)).toEqual([]);
  });

  test('any script, any sign, and what looks like markup come back as they were typed', async () => {
    const words = 'שלום <b>x</b> مرحبا 👩‍👩‍👧 \u202ertl\u202c\n\n  <script>globalThis.pwned = 1</script>';
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill(words);
    await press('Save');
    await settled();
    expect(bodyOf(host)).toEqual([words]);
    await page.getByRole('button', { name: /שלום/ }).click();
    await expect.element(button('Edit')).toBeVisible();
    expect(document.querySelector('.entry-text')?.textContent).toBe(words);
    expect(document.querySelector('.entry-text')?.getAttribute('dir')).toBe('auto');
    expect(document.querySelector('main b')).toBeNull();
  });

  test('a heavy day begins a quiet one', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Hard.');
    await page.getByLabelText('A heavy day').click();
    await press('Save');
    await settled();
    expect(host.ledger.rowsOf('settings')[0]?.fields['quietUntil']).toBe(host.clock.at + 86_400_000);
  });
});

describe('a paste of 5 MB', () => {
  const huge = 'All of it, again and again.\n'.repeat(190_000);

  const paste = (text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    sheetNow().dispatchEvent(event);
    return event.defaultPrevented;
  };

  test('stays on the screen, says what is wrong, and freezes nothing', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('What I wrote before.');
    const began = performance.now();
    expect(paste(huge)).toBe(true);
    await expect.element(page.getByRole('alert')).toBeVisible();
    await new Promise(requestAnimationFrame);
    expect(performance.now() - began).toBeLessThan(1500);
    expect(seen()).toContain('What you pasted has 5,320,000 characters, and one entry holds 200,000.');
    expect(document.querySelector('.held-back')?.textContent).toBe(huge);
    await press('Save');
    await settled();
    expect(bodyOf(host)).toEqual(['What I wrote before.']);
  });

  test('can be taken away again', async () => {
    await openApp({ to: 'journal/write' });
    await expect.element(sheet()).toBeVisible();
    paste(huge);
    await press('Take it away');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('that fits is the browser’s own business', async () => {
    await openApp({ to: 'journal/write' });
    await expect.element(sheet()).toBeVisible();
    expect(paste('x'.repeat(200_000))).toBe(false);
  });

  test('cut back to what fits, it is saved', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('x'.repeat(200_001));
    await expect.element(page.getByText(/longer than fits here/)).toBeVisible();
    await userEvent.keyboard('{Backspace}');
    await press('Save');
    await settled();
    expect(bodyOf(host)[0]).toHaveLength(200_000);
  });
});

describe('an entry that is there', () => {
  const open = async (body = 'As it was.') => {
    const host = await openApp({ to: 'journal', before: [wrote('e', body, back(1))] });
    await page.getByRole('button', { name: body }).click();
    return host;
  };

  test('is edited', async () => {
    const host = await open();
    await press('Edit');
    await sheet().fill('As it is.');
    await press('Save');
    await expect.element(page.getByText('As it is.')).toBeVisible();
    expect(bodyOf(host)).toEqual(['As it is.']);
  });

  test('is deleted, and comes back at a press', async () => {
    const host = await open();
    await press('Delete');
    await expect.element(page.getByText(/^Nothing is written here yet/)).toBeVisible();
    expect(entriesOf(host)).toEqual([]);
    await press('Undo');
    await expect.element(page.getByRole('button', { name: 'As it was.' })).toBeVisible();
  });

  test('that another tab changes meanwhile loses neither text, and the next save joins them', async () => {
    const host = await open();
    await press('Edit');
    await sheet().fill('My version.');
    const row = host.ledger.rowsOf('journalEntry')[0];
    const shown = row && parseJournalEntry(row);
    if (!shown?.ok) throw new Error('the entry is not there');
    const other = { day: shown.value.day, heavy: false, tags: [], body: 'Their version.' };
    await host.ledger.commitElsewhere([changeEntry(shown.value, other)]);
    await press('Save');
    await expect.element(page.getByText(/changed in two places at once/)).toBeVisible();
    expect(document.querySelector('.entry-text')?.textContent).toMatch(
      /My version[\s\S]*Their version|Their version[\s\S]*My version/,
    );
    await press('Edit');
    await sheet().fill('Both, in one.');
    await press('Save');
    await expect.element(page.getByText('Both, in one.')).toBeVisible();
    expect(seen()).not.toContain('two places at once');
    expect(bodyOf(host)).toEqual(['Both, in one.']);
  });
});

describe('a fault while saving', () => {
  test.each(['full', 'lost', 'busy', 'replaced', 'silent', 'unreadable'] as const)(
    '%s: its sentence stands beside the editor, the text stays, and nothing is called saved',
    async (fault) => {
      const host = await openApp({ to: 'journal/write' });
      await sheet().fill('Not to be lost.');
      host.ledger.refuseCommits(fault);
      await press('Save');
      await expect.element(page.getByRole('alert')).toBeVisible();
      await expect.element(sheet()).toHaveValue('Not to be lost.');
      expect(seen()).not.toMatch(/^Saved$/m);
      host.ledger.refuseCommits(undefined);
      await press('Save');
      await expect.element(page.getByRole('button', { name: 'Not to be lost.' })).toBeVisible();
      expect(bodyOf(host)).toEqual(['Not to be lost.']);
    },
  );

  test('a double click on Save makes one entry and leaves no draft', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Once.');
    await button('Save').dblClick();
    await past(400);
    expect(bodyOf(host)).toEqual(['Once.']);
    await past(400);
    expect(host.ledger.draftsNow()).toEqual([]);
  });

  test('a second press that comes after the first was saved makes no second entry', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Once.');
    const form = document.querySelector('form');
    for (let presses = 0; presses < 4; presses++) {
      form?.requestSubmit();
      await Promise.resolve();
    }
    await past(400);
    expect(bodyOf(host)).toEqual(['Once.']);
    expect(host.ledger.draftsNow()).toEqual([]);
  });

  test('no key that is typed while it saves is lost', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('One');
    const release = host.ledger.holdCommits();
    await press('Save');
    await settled();
    expect(sheetNow().readOnly).toBe(true);
    expect(seen()).not.toMatch(/^Saved$/m);
    release();
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  });

  test('that keeps even the draft from being put away is said at once', async () => {
    const host = await openApp({ to: 'journal/write' });
    host.ledger.refuseDrafts('full');
    await sheet().fill('Words.');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(sheet()).toHaveValue('Words.');
  });
});

describe('an unfinished entry', () => {
  const crash = async (host: FakeHost, to = 'today') => {
    // What a crash leaves: the draft, and none of the page. Its last words are taken away by refusing them.
    host.ledger.refuseDrafts('lost');
    closeApp();
    await settled();
    host.ledger.refuseDrafts(undefined);
    await showApp(host, to);
  };

  test('is put away with the first key, and then a moment later, not at each', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Some');
    await sheet().fill('Some wor');
    await sheet().fill('Some words');
    expect(host.ledger.draftsNow()).toMatchObject([{ fields: { body: 'Some' } }]);
    await past(350);
    expect(host.ledger.draftsNow()).toMatchObject([{ fields: { body: 'Some words', day: monday } }]);
  });

  test.each(['pagehide', 'visibilitychange'])('is put away at once at %s', async (event) => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Half');
    await sheet().fill('Half a sent');
    expect(host.ledger.draftsNow()).toMatchObject([{ fields: { body: 'Half' } }]);
    if (event === 'pagehide') window.dispatchEvent(new Event('pagehide'));
    else {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'visibilityState');
    }
    await settled();
    expect(host.ledger.draftsNow()).toMatchObject([{ fields: { body: 'Half a sent' } }]);
  });

  test('is offered after a crash, goes on as it was, and is gone once saved', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Half a sentence');
    await past(350);
    await crash(host);
    await expect.element(page.getByText('An unfinished entry from Monday 23 November is waiting.')).toBeVisible();
    await press('Continue');
    await expect.element(sheet()).toHaveValue('Half a sentence');
    await userEvent.fill(sheet(), 'A whole sentence.');
    await press('Save');
    await expect.element(page.getByRole('button', { name: 'A whole sentence.' })).toBeVisible();
    expect(host.ledger.draftsNow()).toEqual([]);
    expect(bodyOf(host)).toEqual(['A whole sentence.']);
  });

  test('is offered on the sheet too, when that is opened first', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Half a sentence');
    await past(350);
    await crash(host, 'journal/write');
    await expect.element(sheet()).toHaveValue('');
    await press('Continue');
    await expect.element(sheet()).toHaveValue('Half a sentence');
  });

  test('of an entry that was being changed still joins with what came meanwhile', async () => {
    const host = await openApp({ to: 'journal', before: [wrote('e', 'As it was.', back(1))] });
    await page.getByRole('button', { name: 'As it was.' }).click();
    await press('Edit');
    await sheet().fill('My version.');
    await past(350);
    const row = host.ledger.rowsOf('journalEntry')[0];
    const shown = row && parseJournalEntry(row);
    if (!shown?.ok) throw new Error('the entry is not there');
    await host.ledger.commitElsewhere([changeEntry(shown.value, { ...shown.value, body: 'Their version.' })]);
    await crash(host, 'journal');
    await press('Continue');
    await expect.element(sheet()).toHaveValue('My version.');
    await press('Save');
    await expect.element(page.getByText(/changed in two places at once/)).toBeVisible();
    expect(bodyOf(host)[0]).toMatch(/My version[\s\S]*Their version|Their version[\s\S]*My version/);
  });

  test('can be put aside, is then no longer offered, and is never dropped without being asked', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Perhaps later');
    await past(350);
    await crash(host, 'journal');
    await press('Put aside');
    await expect.element(page.getByText('One entry put aside')).toBeVisible();
    expect(host.ledger.draftsNow()).toHaveLength(1);
    await page.getByText('One entry put aside').click();
    await press('Delete');
    await expect.element(page.getByText('One entry put aside')).not.toBeInTheDocument();
    expect(host.ledger.draftsNow()).toEqual([]);
    await press('Undo');
    await expect.element(page.getByText('One entry put aside')).toBeVisible();
    await showApp(host);
    expect(seen()).not.toContain('unfinished entry');
  });

  test('is kept when the page is left by the browser’s back', async () => {
    const host = await openApp({ to: 'journal' });
    await press('Write');
    await sheet().fill('Left in a hurry');
    history.back();
    await expect.element(heading('Unfinished')).toBeVisible();
    expect(host.ledger.draftsNow()).toMatchObject([{ fields: { body: 'Left in a hurry' } }]);
  });

  test('leaves no draft when nothing was written', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('x');
    await sheet().fill('');
    await past(350);
    expect(host.ledger.draftsNow()).toEqual([]);
  });

  test('that is being written in this moment is not offered to another tab', async () => {
    const host = await openApp({ to: 'journal/write' });
    await sheet().fill('Here and now');
    await past(350);
    const held = await navigator.locks.query();
    const [draft] = host.ledger.draftsNow();
    expect(held.held?.map(({ name }) => name)).toContain(`draft|${draft?.key}`);
  });
});

test('months are read as they are asked for, and the page knows when all is shown', async () => {
  const entries = Array.from({ length: 70 }, (_, index) => wrote(`e${index}`, `entry ${index}`, back(index * 5)));
  await openApp({ to: 'journal', before: entries });
  await expect.element(button('Earlier')).toBeVisible();
  const first = document.querySelectorAll('.entry-start').length;
  expect(first).toBeGreaterThanOrEqual(30);
  expect(first).toBeLessThan(70);
  await press('Earlier');
  await press('Earlier');
  await expect.element(page.getByText('That is everything.')).toBeVisible();
  expect(document.querySelectorAll('.entry-start')).toHaveLength(70);
});

test('an entry far in the past, or with a day that has not come, is not hidden', async () => {
  const far = wrote('far', 'long ago', back(9000));
  const ahead = [newEntry({ body: 'ahead', day: back(-40), heavy: false, tags: [] }, actOn(monday), 'ahead')];
  await openApp({ to: 'journal', before: [far, ahead, wrote('now', 'now', monday)] });
  await expect.element(page.getByText('long ago')).toBeVisible();
  await expect.element(page.getByText('ahead', { exact: true })).toBeVisible();
});

async function typeDay(keys: string) {
  const day = page.getByLabelText('Day', { exact: true }).element();
  if (day instanceof HTMLElement) day.focus();
  await userEvent.keyboard(keys);
}
