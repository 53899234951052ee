// The new tab and the popup as a person meets them, over a record that is seeded in a few words.

import type { CommitmentInput } from '@core/domain/commitment.ts';
import { type Settings, settingsEdit } from '@core/domain/settings.ts';
import { addDays, type LocalDay } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';
import type { BrowserContext, Page } from '@playwright/test';
import { promised } from './records.ts';

/** The day on the calendar of this machine, which is that of the browser too. */
export const today = (): LocalDay => new Date().toLocaleDateString('sv') as LocalDay;

export const home = { text: 'Home by 18:30; if not, I ring by 18:00.', dueTime: '18:30' } as const;
export const question = { text: 'I ask one question and hear all of the answer.', dueTime: '19:00' } as const;

/** Somebody who has begun, with these promises for every day, shown in their own words. */
export const begun = (
  promises: readonly Partial<CommitmentInput>[] = [home],
  settings: Partial<Settings> = {},
): Edit[] => [
  settingsEdit({ started: true, glance: 'own', ...settings }),
  ...promises.flatMap((promise, index) => {
    const days = { startsOn: addDays(today(), -3), endsOn: addDays(today(), 3) };
    return promised(`promise-${index}`, promise.text ?? home.text, { ...days, ...promise }, addDays(today(), -3));
  }),
];

/** A new tab, the way the browser opens one. */
export async function openNewTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('chrome://newtab');
  return page;
}

/** The popup is no page to a test, so it is opened in a tab of its size. */
export async function openPopup(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 600 });
  await page.goto(`${origin}/popup.html`);
  return page;
}
