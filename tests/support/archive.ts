// The record behind the pages: a quiet page of the product's origin that holds the real core, to seed what a test needs
// and to read what the pages have really stored.

import type { Edit, Fields } from '@core/kernel/record.ts';
import type { BrowserContext, Page } from '@playwright/test';
import { putCoreInto } from './core-in-page.ts';

export interface Archive {
  readonly page: Page;
  write(edits: readonly Edit[]): Promise<void>;
  /** The fields of all live records of a kind. */
  records(kind: string): Promise<Fields[]>;
}

export async function openArchive(context: BrowserContext, origin: string): Promise<Archive> {
  const page = await context.newPage();
  await page.goto(`${origin}/blank.html`);
  await putCoreInto(page);
  return {
    page,
    // As text, because the type of what a page may be handed does not end when JSON is handed to it.
    write: (edits) => page.evaluate((mine) => core.write(JSON.parse(mine)), JSON.stringify(edits)),
    async records(kind) {
      const text = await page.evaluate(async (mine) => JSON.stringify(await core.records(mine)), kind);
      return JSON.parse(text) as Fields[];
    },
  };
}
