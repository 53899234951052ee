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

test('text that names no win goes with the chosen one as a note', async () => {
  const { ledger } = await openPopup();
  await userEvent.keyboard('rest');
  await userEvent.keyboard('ed before supper{Enter}');
  await expect.poll(() => ledger.rowsOf('win').length).toBe(1);
  expect(ledger.rowsOf('win')[0]?.fields).toMatchObject({ of: 'lookedAfterMyself', note: 'rested before supper' });
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
