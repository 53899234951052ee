import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { FakeHost } from '../../support/fake-host.ts';
import { button, closeApp, heading, openApp, press, seen, settled, showApp } from '../../support/open-app.tsx';
import { back, monday, promised, won } from '../../support/records.ts';

const past = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const home = promised('home', 'Home by 18:30.', {}, back(4));
const drafts = (host: FakeHost) => host.ledger.draftsNow();
const begun = () => page.getByText('You had begun this. It is here as you left it.');

/** What a crash leaves: the draft, and none of the page. Its last words are taken away by refusing them. */
async function crash(host: FakeHost, to: string) {
  await past(350);
  host.ledger.refuseDrafts('lost');
  closeApp();
  await settled();
  host.ledger.refuseDrafts(undefined);
  await showApp(host, to);
}

const forms = [
  { what: 'a win', to: 'wins/add', label: 'A note, if you like', also: 'Asked for help', kind: 'win' },
  {
    what: 'a kind act',
    to: 'wins/notice',
    label: 'What kind thing did you see them do',
    also: '',
    kind: 'appreciation',
  },
  { what: 'a promise', to: 'promises/edit', label: 'What I will do', also: '', kind: 'commitment' },
] as const;

describe.each(forms)('$what that is being written', ({ to, label, also, kind }) => {
  const field = () => page.getByLabelText(label);
  const begin = async () => {
    const host = await openApp({ to });
    if (also) await page.getByLabelText(also).click();
    await field().fill('Half a sent');
    return host;
  };

  test('is put away a moment after the first key, and at once when the page may go', async () => {
    const host = await begin();
    await past(350);
    expect(drafts(host)).toHaveLength(1);
    await field().fill('Half a sentence');
    window.dispatchEvent(new Event('pagehide'));
    await settled();
    expect(JSON.stringify(drafts(host))).toContain('Half a sentence');
    expect(host.ledger.rowsOf(kind)).toEqual([]);
  });

  test('is there again after a crash, and its draft goes with the save', async () => {
    const host = await begin();
    await crash(host, to);
    await expect.element(begun()).toBeVisible();
    await expect.element(field()).toHaveValue('Half a sent');
    if (also) await expect.element(page.getByLabelText(also)).toBeChecked();
    await press('Save');
    await past(350);
    expect(host.ledger.rowsOf(kind)).toHaveLength(1);
    expect(drafts(host)).toEqual([]);
  });

  test('is there again after a look at another page', async () => {
    const host = await begin();
    await page.getByRole('link', { name: 'Hard moment' }).click();
    await expect.element(page.getByText('Is anyone in danger right now?')).toBeVisible();
    await expect.poll(() => drafts(host)).toHaveLength(1);
    history.back();
    await expect.element(field()).toHaveValue('Half a sent');
  });

  test('can be begun anew', async () => {
    const host = await begin();
    await crash(host, to);
    await press('Start again');
    await expect.element(field()).toHaveValue('');
    await settled();
    expect(drafts(host)).toEqual([]);
  });

  test('is dropped by Cancel', async () => {
    const host = await begin();
    await past(350);
    await press('Cancel');
    await past(350);
    expect(drafts(host)).toEqual([]);
  });

  test('keeps its draft when saving fails', async () => {
    const host = await begin();
    host.ledger.refuseCommits('full');
    await press('Save');
    await expect.element(page.getByRole('alert').first()).toBeVisible();
    await past(350);
    expect(drafts(host)).toHaveLength(1);
  });

  test('is offered to no other tab while somebody is at it', async () => {
    const host = await begin();
    await past(350);
    const { held } = await navigator.locks.query();
    expect(held?.map(({ name }) => name)).toContain(`draft|${drafts(host)[0]?.key}`);
  });

  test('that cannot be put away says so', async () => {
    const host = await openApp({ to });
    await expect.element(field()).toBeVisible();
    host.ledger.refuseDrafts('full');
    await field().fill('Words.');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(field()).toHaveValue('Words.');
  });
});

test('what was changed of a win that is there comes back over what is newer, and only for that win', async () => {
  const host = await openApp({ to: 'wins', before: [won('w', 'onTime', back(1), 'before')] });
  await page.getByRole('button', { name: /There when I said/ }).click();
  await page.getByLabelText('A note, if you like').fill('after');
  await crash(host, 'wins');
  await host.ledger.commit(won('w', 'stayedCalm', back(1), 'before'));
  await press('Add a win');
  await expect.element(page.getByLabelText('A note, if you like')).toHaveValue('');
  history.back();
  await page.getByRole('button', { name: /Kept steady/ }).click();
  await expect.element(page.getByLabelText('A note, if you like')).toHaveValue('after');
  await press('Save');
  await settled();
  expect(host.ledger.rowsOf('win')).toMatchObject([{ fields: { of: 'stayedCalm', note: 'after' } }]);
});

describe('a note after an answer', () => {
  const field = () => page.getByRole('main').getByRole('textbox');
  const begin = async () => {
    const host = await openApp({ before: [promised('home', 'Home by 18:30.')] });
    await press('Not kept');
    await field().fill('Leave at f');
    return host;
  };

  test('waits on Today after a crash, leads to the day of its promise, and is saved there', async () => {
    const host = await begin();
    await crash(host, 'today');
    await expect.element(page.getByText(/A note for Monday 23 November that you had begun/)).toBeVisible();
    await press('Continue');
    await expect.element(heading('Its days')).toBeVisible();
    await expect.element(page.getByLabelText('A note, if you like')).toHaveValue('Leave at f');
    await press('Not kept');
    await past(350);
    expect(host.ledger.rowsOf('outcome')).toMatchObject([{ fields: { note: 'Leave at f', result: 'notKept' } }]);
    expect(drafts(host)).toEqual([]);
  });

  test('is there again when the same day is answered again', async () => {
    const host = await begin();
    await crash(host, 'today');
    await press('Change');
    await press('Partly');
    await expect.element(field()).toHaveValue('Leave at f');
    await press('Save');
    await past(350);
    expect(host.ledger.rowsOf('outcome')).toMatchObject([{ fields: { note: 'Leave at f', result: 'partly' } }]);
    expect(drafts(host)).toEqual([]);
  });

  test('is dropped by "Leave it"', async () => {
    const host = await begin();
    await past(350);
    expect(drafts(host)).toHaveLength(1);
    await press('Leave it');
    await past(350);
    expect(drafts(host)).toEqual([]);
  });

  test('that is written on the page of the promise waits there too', async () => {
    const host = await openApp({ to: 'promises', before: [home] });
    const open = async () => {
      await page.getByRole('button', { name: /^Home by 18:30/ }).click();
      await page.getByRole('button', { name: /^Yesterday/ }).click();
    };
    await open();
    await page.getByLabelText('A note, if you like').fill('The bus.');
    await crash(host, 'promises');
    await open();
    await expect.element(page.getByLabelText('A note, if you like')).toHaveValue('The bus.');
  });

  test('of a promise that was deleted is not offered', async () => {
    const host = await begin();
    await past(350);
    await host.ledger.commitElsewhere([{ kind: 'commitment', row: { id: 'home' }, set: { deleted: true } }]);
    await crash(host, 'today');
    await settled();
    expect(drafts(host)).toHaveLength(1);
    expect(seen()).not.toContain('had begun');
  });
});

test('own words of a celebration wait on Today, and join what was chosen', async () => {
  const host = await openApp({ before: [promised('home', 'Home by 18:30.')] });
  await press('Kept');
  await page.getByRole('main').getByRole('list').getByRole('button').first().click();
  await press('Go on');
  await page.getByRole('main').getByRole('textbox').fill('She smiled');
  const [chosen] = host.ledger.rowsOf('celebration');
  await crash(host, 'today');
  await press('Continue');
  await expect.element(heading('Did what I said. Noted.')).toBeVisible();
  await expect.element(page.getByRole('main').getByRole('textbox')).toHaveValue('She smiled');
  await press('Save');
  await past(350);
  expect(host.ledger.rowsOf('celebration')).toMatchObject([
    { id: chosen?.id, fields: { promptKey: chosen?.fields['promptKey'], ownWords: 'She smiled', day: monday } },
  ]);
  expect(drafts(host)).toEqual([]);
  await expect.element(button('Continue')).not.toBeInTheDocument();
});
