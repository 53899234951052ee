import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, heading, openApp, press, seen, settled, showApp } from '../../support/open-app.tsx';

const settingsOf = (host: Awaited<ReturnType<typeof openApp>>) => host.ledger.rowsOf('settings')[0]?.fields ?? {};

test('somebody who was never here is asked who might see this screen, wherever they wanted to go', async () => {
  await openApp({ started: false, to: 'wins' });
  await expect.element(page.getByText('Who might see this screen?')).toBeVisible();
  await expect.poll(() => location.hash).toBe('#/start');
  expect(seen()).toContain('not treatment, and not a crisis service');
});

test('help comes before every question', async () => {
  await openApp({ started: false, to: 'help' });
  await expect.element(page.getByText('Is anyone in danger right now?')).toBeVisible();
});

test('the answer sets how a new tab opens, and is asked once', async () => {
  const host = await openApp({ started: false });
  await page.getByLabelText(/^Just me/).click();
  await press('Go on');
  await expect.element(heading('A first small promise')).toBeVisible();
  expect(settingsOf(host)).toMatchObject({ glance: 'own', started: true, seenWarning: true });
  await showApp(host);
  await expect.element(page.getByText(/^One small promise a day is plenty/)).toBeVisible();
});

test('without an answer a new tab stays discreet', async () => {
  const host = await openApp({ started: false });
  await press('Go on');
  await expect.element(heading('A first small promise')).toBeVisible();
  expect(settingsOf(host)).not.toHaveProperty('glance');
});

test('who is not alone with the device is told what others may see', async () => {
  const host = await openApp({ started: false });
  await page.getByLabelText(/^I am not alone/).click();
  await expect.element(page.getByText(/programs of an employer, or spyware .* use another device/)).toBeVisible();
  await press('Go on');
  await settled();
  expect(settingsOf(host)).toMatchObject({ glance: 'hidden' });
});

test('a first promise in two minutes, by keyboard alone', async () => {
  const host = await openApp({ started: false });
  await expect.element(button('Go on')).toBeVisible();
  await userEvent.keyboard('{Tab}');
  for (let steps = 0; steps < 20 && document.activeElement?.textContent !== 'Go on'; steps++) await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('A first small promise')).toBeVisible();
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('Home by 18:30; if not, I ring by 18:00.');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('What I will do')).toHaveValue('Home by 18:30; if not, I ring by 18:00.');
  for (let steps = 0; steps < 30 && document.activeElement?.textContent !== 'Save'; steps++) await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Did not come up')).toBeVisible();
  await expect.poll(() => location.hash).toBe('#/today');
  expect(host.ledger.rowsOf('commitment')).toHaveLength(1);
});

test('who used it before reads what can and cannot be brought here', async () => {
  await openApp({ started: false });
  await press('I used Kept before');
  await expect.element(page.getByText(/each browser keeps its own record/)).toBeVisible();
  expect(seen()).toContain('Nothing is taken from another browser');
  await press('Begin here');
  await expect.element(page.getByText('Who might see this screen?')).toBeVisible();
});

test('a choice that could not be saved says so and stays', async () => {
  const host = await openApp({ started: false, prepare: ({ ledger }) => ledger.refuseCommits('full') });
  await page.getByLabelText(/^Just me/).click();
  await press('Go on');
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(page.getByLabelText(/^Just me/).element()).toHaveProperty('checked', true);
  host.ledger.refuseCommits(undefined);
  await press('Try again');
  await expect.element(heading('A first small promise')).toBeVisible();
});
