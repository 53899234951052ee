import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { need, openPopup, seen } from '../../support/face-page.tsx';

beforeEach(() => page.viewport(360, 600));

const chosen = () => document.querySelector('[aria-selected="true"]')?.textContent;

test('the field of the page itself is taken over, with what was typed before any script ran', async () => {
  const { input } = await openPopup({}, 'there');
  expect(need('#popup input')).toBe(input);
  expect(input.value).toBe('there');
  expect(chosen()).toBe('There when I said');
});

test('it has the focus, and says which option is meant', async () => {
  const { input } = await openPopup();
  expect(document.activeElement).toBe(input);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toBe('Said early that it would change');
  const active = input.getAttribute('aria-activedescendant');
  expect(document.getElementById(String(active))?.textContent).toBe('Said early that it would change');
  expect(input.getAttribute('role')).toBe('combobox');
});

test('Enter on an empty field saves nothing', async () => {
  const { ledger } = await openPopup();
  await userEvent.keyboard('{Enter}');
  expect(ledger.rowsOf('win')).toEqual([]);
});

test('type, Enter, saved and named, closed', async () => {
  const { ledger, isClosed } = await openPopup();
  await userEvent.keyboard('asked{Enter}');
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Asked for help. Noted.')).toBeVisible();
  expect(ledger.rowsOf('win')[0]?.fields).toMatchObject({ of: 'askedForHelp', value: 'selfCare', day: '2026-03-12' });
  expect(isClosed()).toBe(false);
  await expect.poll(isClosed, { timeout: 2500 }).toBe(true);
});

test('it stays open when the person turns to the prompts', async () => {
  const { isClosed } = await openPopup();
  await userEvent.keyboard('asked{Enter}');
  await expect.element(page.getByText('Asked for help. Noted.')).toBeVisible();
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.textContent).toBe('You rested before you ran out.');
  await new Promise((done) => setTimeout(done, 1900));
  expect(isClosed()).toBe(false);
});

const which = page.getByText(/What kind of win is it\?/);

test('text that names no win is not saved before the person said which one it was', async () => {
  const { ledger, input } = await openPopup();
  await userEvent.keyboard('rest');
  await userEvent.keyboard('ed before supper');
  expect(chosen()).toBeUndefined();
  await userEvent.keyboard('{Enter}');
  await expect.element(which).toBeVisible();
  expect(ledger.rowsOf('win')).toEqual([]);
  expect(input.value).toBe('rested before supper');
  expect(document.activeElement).toBe(input);
  expect(chosen()).toBe('Rest, food, appointment');
  expect(document.getElementById(String(input.getAttribute('aria-activedescendant')))?.textContent).toBe(chosen());
  const described = document.getElementById(String(input.getAttribute('aria-describedby')));
  expect(described?.getAttribute('role')).toBe('status');
  expect(described?.textContent).toContain('What kind of win is it?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => ledger.rowsOf('win').length).toBe(1);
  expect(ledger.rowsOf('win')[0]?.fields).toMatchObject({ of: 'lookedAfterMyself', note: 'rested before supper' });
});

test('arrows answer which win it was, with the text kept as its note', async () => {
  const { ledger } = await openPopup();
  await userEvent.keyboard('zzz{Enter}{ArrowDown}{ArrowDown}');
  await expect.element(which).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => ledger.rowsOf('win').length).toBe(1);
  expect(ledger.rowsOf('win')[0]?.fields).toMatchObject({ of: 'onTime', note: 'zzz' });
});

test('typing on takes the question back, and Enter asks again', async () => {
  const { ledger } = await openPopup();
  await userEvent.keyboard('zzz{Enter} z');
  await expect.element(which).not.toBeInTheDocument();
  await expect.element(page.getByText('As a note: “zzz z”')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(which).toBeVisible();
  expect(ledger.rowsOf('win')).toEqual([]);
});

test('an Enter that is held down does not answer the question it brought up', async () => {
  const { ledger, input } = await openPopup({}, 'zzz');
  const press = (repeat: boolean) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true }));
  press(false);
  await expect.element(which).toBeVisible();
  press(true);
  await new Promise((done) => setTimeout(done, 50));
  expect(ledger.rowsOf('win')).toEqual([]);
});

test('a win that was gone to by arrow takes the text as its note at once', async () => {
  const { ledger } = await openPopup();
  await userEvent.keyboard('{ArrowUp}zzz{Enter}');
  await expect.poll(() => ledger.rowsOf('win').length).toBe(1);
  expect(ledger.rowsOf('win')[0]?.fields).toMatchObject({ of: 'leftRoom', note: 'zzz' });
});

test('a win that is pressed takes the text as its note at once, and again after a fault', async () => {
  const { ledger } = await openPopup({}, 'zzz');
  ledger.refuseCommits('full');
  await page.getByRole('option', { name: 'Kept steady' }).click();
  await expect.element(page.getByText(/The storage on this device is full/)).toBeVisible();
  ledger.refuseCommits(undefined);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => ledger.rowsOf('win').length).toBe(1);
  expect(ledger.rowsOf('win')[0]?.fields).toMatchObject({ of: 'stayedCalm', note: 'zzz' });
});

test('"Saved" does not wait for what the history says about the win', async () => {
  const { ledger } = await openPopup();
  const real = ledger.count;
  let look = () => {};
  ledger.count = async (...asked) => {
    await new Promise<void>((done) => {
      look = done;
    });
    return real(...asked);
  };
  await userEvent.keyboard('asked{Enter}');
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(seen()).not.toContain('Noted');
  look();
  await expect.element(page.getByText('Asked for help. Noted.')).toBeVisible();
});

test('"Saved" waits for the disk', async () => {
  const { ledger } = await openPopup();
  const release = ledger.holdCommits();
  await userEvent.keyboard('asked{Enter}');
  await new Promise((done) => setTimeout(done, 150));
  expect(seen()).not.toContain('Saved');
  release();
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('a fault is said and what was typed stays', async () => {
  const { ledger, input } = await openPopup();
  ledger.refuseCommits('full');
  await userEvent.keyboard('asked{Enter}');
  await expect.element(page.getByText(/The storage on this device is full/)).toBeVisible();
  expect(input.value).toBe('asked');
  expect(seen()).not.toContain('Saved');
});

test('a note that is too long is said beside the field and stays', async () => {
  const { ledger, input } = await openPopup();
  await page.getByRole('combobox').fill('x'.repeat(501));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/longer than fits here/)).toBeVisible();
  expect(input.value).toHaveLength(501);
  expect(ledger.rowsOf('win')).toEqual([]);
});

test('5 MB pasted stay out of the field, on the screen, and typing goes on', async () => {
  const { ledger, input } = await openPopup({}, 'asked');
  const huge = 'All of it, again and again. '.repeat(190_000);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', huge);
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  const began = performance.now();
  input.dispatchEvent(paste);
  expect(paste.defaultPrevented).toBe(true);
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(performance.now() - began).toBeLessThan(1500);
  await expect.element(page.getByText(/longer than fits here/)).toBeVisible();
  expect(document.querySelector('.held-back')?.textContent === huge).toBe(true);
  await userEvent.keyboard(' f');
  expect(input.value).toBe('asked f');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => ledger.rowsOf('win').length).toBe(1);
});

test('5 MB that were in the field before any script ran are shown beside it', async () => {
  const huge = 'All of it, again and again. '.repeat(190_000);
  const { input } = await openPopup({}, huge);
  await expect.element(page.getByText(/longer than fits here/)).toBeVisible();
  expect(document.querySelector('.held-back')?.textContent === huge).toBe(true);
  expect(input.value).toBe('');
});

test('Enter that ends an input method composition saves nothing', async () => {
  const { ledger, input } = await openPopup({}, 'asked');
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  await new Promise((done) => setTimeout(done, 50));
  expect(ledger.rowsOf('win')).toEqual([]);
});

test("today's promise is answered below", async () => {
  const { ledger, isClosed } = await openPopup();
  await page.getByRole('button', { name: 'Not kept', exact: true }).click();
  await expect.element(page.getByText('Thank you for saying it as it is.')).toBeVisible();
  expect(ledger.rowsOf('outcome')[0]?.fields['result']).toBe('notKept');
  vi.useRealTimers();
  expect(isClosed()).toBe(false);
});

test('the main parts fit without scrolling', async () => {
  await openPopup();
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(600);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});
