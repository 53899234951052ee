import { answerEdits } from '@core/domain/answer.ts';
import { results } from '@core/domain/outcome.ts';
import { actAt } from '@core/kernel/local-day.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { need, openNewTab, seen } from '../../support/face-page.tsx';
import { home, question, thursday, thursdayClock } from '../../support/fake-face.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => vi.useRealTimers());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const answerButtons = () => [...document.querySelectorAll<HTMLElement>('.answers button')];

test('at most seven things are to be seen', async () => {
  await openNewTab();
  const visible = [...document.querySelectorAll('header a, .face-date, .promise, .answers, .face-foot, .ways a')];
  expect(visible).toHaveLength(7);
  const rest = [...document.body.querySelectorAll('a, button, h2, p, input')].filter(
    (element) => !visible.some((one) => one.contains(element)),
  );
  expect(rest).toEqual([]);
});

test.each([1280, 900, 390])('five answers of equal size, order and weight at %i pixels', async (width) => {
  await page.viewport(width, 800);
  await openNewTab();
  await page.getByRole('link', { name: 'Journal' }).hover(); // where an earlier press has left the pointer, it would tint
  const looks = answerButtons().map((element) => {
    const { width: across, height } = element.getBoundingClientRect();
    const { color, backgroundColor, fontWeight, fontSize } = getComputedStyle(element);
    return JSON.stringify({ across: Math.round(across), height, color, backgroundColor, fontWeight, fontSize });
  });
  expect(new Set(looks).size).toBe(1);
  expect(answerButtons().map((element) => element.textContent)).toEqual([
    'Kept',
    'Partly',
    'Changed, and I said so in time',
    'Not kept',
    'Did not come up',
  ]);
  expect(Math.min(...answerButtons().map((element) => element.offsetHeight))).toBeGreaterThanOrEqual(44);
});

test('opening takes the focus from nobody', async () => {
  await openNewTab();
  expect(document.activeElement).toBe(document.body);
});

test.each(results.map((result, index) => [String(index + 1), result]))('key %s answers %s', async (key, result) => {
  const { ledger } = await openNewTab();
  await userEvent.keyboard(key);
  await expect.poll(() => ledger.rowsOf('outcome').map((row) => row.fields['result'])).toEqual([result]);
});

test('keys with a modifier, or in a field, are not answers', async () => {
  const { ledger } = await openNewTab();
  await userEvent.keyboard('{Control>}1{/Control}');
  await button('A small win').click();
  await userEvent.keyboard('4');
  expect(ledger.rowsOf('outcome')).toEqual([]);
});

test('nothing is shown as saved before it is on the disk', async () => {
  const { ledger } = await openNewTab();
  const release = ledger.holdCommits();
  await button('Not kept').click();
  await new Promise((done) => setTimeout(done, 150));
  expect(seen()).not.toContain('Thank you');
  expect(answerButtons().every((one) => one.getAttribute('aria-disabled') === 'true')).toBe(true);
  release();
  await expect.element(page.getByText('Thank you for saying it as it is.')).toBeVisible();
});

test('when it could not be saved the answers stay, with the sentence and a next step', async () => {
  const { ledger } = await openNewTab();
  ledger.refuseCommits('full');
  await button('Kept').click();
  await expect.element(page.getByText(/The storage on this device is full/)).toBeVisible();
  expect(answerButtons()).toHaveLength(5);
  ledger.refuseCommits(undefined);
  await button('Try again').click();
  await expect.element(page.getByText('Did what I said. Noted.')).toBeVisible();
});

test('kept is celebrated: the act, a sentence to choose, quiet, own words', async () => {
  const { ledger } = await openNewTab();
  await button('Kept').click();
  await expect.element(page.getByText('Did what I said. Noted.')).toBeVisible();
  await button('Today the clock and your word agreed.').click();
  await expect.element(page.getByText('Stay with that for a moment.')).toBeVisible();
  expect(ledger.rowsOf('celebration')[0]?.fields).toMatchObject({ promptKey: 'punctualityC', stage: 'app' });
  await button('Go on').click();
  await page.getByLabelText('In your own words, if you like').fill('She looked up.');
  await button('Save').click();
  await expect.element(page.getByText('That is all for today.')).toBeVisible();
  expect(ledger.rowsOf('celebration').map(({ fields }) => fields['ownWords'])).toEqual(['She looked up.']);
});

test('the quiet lasts ten seconds', async () => {
  await openNewTab();
  await button('Kept').click();
  const prompt = button('Today the clock and your word agreed.');
  await expect.element(prompt).toBeVisible();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  need<HTMLButtonElement>('.moment-offer li:nth-child(3) button').click();
  await vi.waitFor(() => expect(seen()).toContain('Stay with that'));
  await vi.advanceTimersByTimeAsync(9_900);
  expect(seen()).toContain('Stay with that');
  await vi.advanceTimersByTimeAsync(200);
  await vi.waitFor(() => expect(seen()).toContain('In your own words'));
});

test('in quiet hours an answer is noted and no more', async () => {
  await openNewTab({ settings: { quietUntil: Date.UTC(2026, 2, 13, 12) } });
  await button('Kept').click();
  await expect.element(page.getByText('Noted.', { exact: true })).toBeVisible();
  expect(document.querySelector('.moment-offer')).toBeNull();
});

test('an answer can be taken back for ten seconds, then the next promise comes', async () => {
  const { ledger } = await openNewTab({ promises: [home, question] });
  await button('Did not come up').click();
  await expect.element(page.getByText('Nothing owed.')).toBeVisible();
  await button('Undo').click();
  await expect.element(page.getByText(String(home.text))).toBeVisible();
  expect(ledger.rowsOf('outcome')).toEqual([]);

  await button('Did not come up').click();
  await expect.element(page.getByText('Nothing owed.')).toBeVisible();
  await button('Go on').click();
  await expect.element(page.getByText(String(question.text))).toBeVisible();
});

test('an undo gives back an answer that another page gave meanwhile, with its note', async () => {
  const { ledger } = await openNewTab();
  const before = { commitment: { id: 'promise-0' }, day: thursday, result: 'partly', note: 'The bus.' } as const;
  await ledger.commitElsewhere(answerEdits(before, actAt(thursdayClock)));
  await button('Did not come up').click();
  await button('Undo').click();
  await expect.poll(() => ledger.rowsOf('outcome')).toMatchObject([{ fields: { result: 'partly', note: 'The bus.' } }]);
});

test('a note that could not be saved stays in its field', async () => {
  const { ledger } = await openNewTab();
  await button('Partly').click();
  const field = page.getByRole('textbox');
  await field.fill('The first half');
  ledger.refuseCommits('lost');
  await button('Save').click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(field).toHaveValue('The first half');
});

test('discreet words open at a press, and close when the tab is left', async () => {
  await openNewTab({ settings: { glance: 'discreet' } });
  expect(seen()).not.toContain('18:30');
  await button('Your note for today').click();
  await expect.element(page.getByText(String(home.text))).toBeVisible();
  leaveAndReturn('hidden');
  await expect.poll(seen).not.toContain('18:30');
  leaveAndReturn('visible');
});

test('hidden until asked shows the time and one quiet button', async () => {
  await openNewTab({ settings: { glance: 'hidden' } });
  expect(need('.clock').textContent).toBe('18:05');
  expect(seen()).not.toContain('Kept');
  await button('Show').click();
  await expect.element(page.getByText(String(home.text))).toBeVisible();
});

test('a win is logged from its sheet and named at once', async () => {
  const { ledger } = await openNewTab();
  await button('A small win').click();
  await userEvent.keyboard('heard{Enter}');
  await expect.element(page.getByText('Heard them out. Noted.')).toBeVisible();
  expect(ledger.rowsOf('win').map(({ fields }) => fields['of'])).toEqual(['listened']);
});

test('what another page answers shows here', async () => {
  const { ledger, tell } = await openNewTab({ promises: [home, question] });
  await ledger.commitElsewhere([
    { kind: 'outcome', row: { name: 'x' }, set: { of: 'promise-0', day: '2026-03-12', result: 'kept' } },
  ]);
  tell();
  await expect.element(page.getByText(String(question.text))).toBeVisible();
});

test('the second click of a double click chooses nothing', async () => {
  const { ledger } = await openNewTab();
  await button('Kept').dblClick();
  await expect.element(page.getByText('Did what I said. Noted.')).toBeVisible();
  expect(ledger.rowsOf('celebration')).toEqual([]);
});

test('nothing yet: one calm line and a way to begin', async () => {
  await openNewTab({ sight: { type: 'fresh' } });
  await expect.element(page.getByRole('link', { name: 'Begin with one small promise' })).toBeVisible();
});

test('a storage that does not answer is said, with a next step', async () => {
  await openNewTab({ sight: { type: 'fault', fault: { type: 'silent' } } });
  await expect.element(page.getByText(/The storage of this browser is not answering/)).toBeVisible();
});

/** What the browser does to a page whose tab goes to the back or comes to the front. */
function leaveAndReturn(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}
