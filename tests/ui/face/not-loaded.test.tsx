import { loadOnce } from '@app/face/load-once.ts';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { paintPromise } from '../../../extension/entrypoints/newtab/first-sight.ts';
import { sayNotLoaded } from '../../../extension/entrypoints/newtab/not-loaded.ts';
import { need, newTabHtml, openNewTab, openPopup, putShell } from '../../support/face-page.tsx';
import { fakeFace, thursday, words } from '../../support/fake-face.ts';

const sentence = words('face.notLoaded');

test('what is loaded late is loaded once, and again when it did not come', async () => {
  let asked = 0;
  const load = loadOnce(async () => {
    asked += 1;
    if (asked === 1) throw new Error('offline');
    return asked;
  });
  await expect(load()).rejects.toThrow('offline');
  expect(await load()).toBe(2);
  expect(await load()).toBe(2);
});

test('an answer that the page cannot take is said, and taken at the next press', async () => {
  const { ledger } = await openNewTab({ laterFails: 2 });
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect.element(page.getByText(sentence)).toBeVisible();
  await expect.element(page.getByRole('button', { name: words('face.loadAgain') })).toBeVisible();
  expect(ledger.rowsOf('outcome')).toEqual([]);
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect.element(page.getByText('Did what I said. Noted.')).toBeVisible();
  expect(ledger.rowsOf('outcome')).toHaveLength(1);
});

test('a win sheet that did not come is said, and comes at the next press', async () => {
  await openNewTab({ laterFails: 2 });
  await page.getByRole('button', { name: 'A small win' }).click();
  await expect.element(page.getByText(sentence)).toBeVisible();
  await page.getByRole('button', { name: 'A small win' }).click();
  await expect.element(page.getByRole('combobox')).toBeVisible();
});

test('a storage fault whose sentence did not come is not an empty page', async () => {
  await openNewTab({ laterFails: 9, sight: { type: 'fault', fault: { type: 'silent' } } });
  await expect.element(page.getByText(sentence)).toBeVisible();
});

test('in the popup what was typed stays, and the next Enter saves it', async () => {
  const { ledger, input } = await openPopup({ laterFails: 1 });
  await userEvent.keyboard('asked{Enter}');
  await expect.element(page.getByText(sentence)).toBeVisible();
  expect(input.value).toBe('asked');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => ledger.rowsOf('win').length).toBe(1);
});

test('before anything else is loaded it is said under the promise, and the next press tries once more', async () => {
  putShell(newTabHtml);
  const sight = await (await fakeFace()).source.read(thursday);
  const root = need('#face');
  if (sight.type === 'today') paintPromise(root, sight.today, thursday, words);
  let tried = 0;
  const again = () => {
    tried += 1;
  };
  sayNotLoaded(root, words, again);
  sayNotLoaded(root, words, () => {});
  expect(root.querySelectorAll('[role="alert"]')).toHaveLength(1);
  await expect.element(page.getByText(sentence)).toBeVisible();
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  expect(tried).toBe(1);
});
