import type { BrowserContext, Page } from '@playwright/test';
import { openArchive } from '../support/archive.ts';
import { begun, home, openNewTab } from '../support/extension-pages.ts';
import { turnOnLock, unlockBy } from '../support/lock-by-hand.ts';
import { wrote } from '../support/records.ts';
import { expect, test } from './fixtures.ts';

// A22, A23, A33, P7: what is left in the browser's memory once somebody locks or leaves.

const canary = 'qzvjxwkprybndlfhgmtc';
const written = (): ReturnType<typeof begun> => [
  ...begun([{ ...home, text: `${canary} promise` }]),
  ...wrote('entry', `${canary} entry`, '2026-11-20' as never),
];

/** Whether the canary is anywhere in the heap of the page, after the browser took out the rubbish. */
async function heapHolds(page: Page, context: BrowserContext): Promise<boolean> {
  const devtools = await context.newCDPSession(page);
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  return chunks.join('').includes(canary);
}

test('A22 P7: after locking no open tab holds a word, in its document, its session area or its memory', async ({
  extension,
}) => {
  test.setTimeout(120_000);
  const { context, origin } = extension;
  const archive = await openArchive(context, origin);
  await archive.write(written());
  await archive.page.close();
  const journal = await context.newPage();
  await turnOnLock(journal, `${origin}/journal.html`);
  const tab = await openNewTab(context);
  const list = await context.newPage();
  await list.goto(`${origin}/journal.html#/journal`);
  await expect(tab.getByText(canary).first()).toBeVisible();
  await expect(list.getByText(canary).first()).toBeVisible();
  expect(await heapHolds(list, context), 'the snapshot finds what is there').toBe(true);

  await journal.bringToFront();
  await journal.getByRole('button', { name: 'Lock now' }).click();
  await expect(tab.getByText('Locked for now.')).toBeVisible({ timeout: 1000 });
  for (const page of [journal, list]) {
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 1000 });
  }
  expect(await journal.evaluate('chrome.storage.session.get()')).toEqual({});
  for (const page of [journal, list, tab]) {
    expect(await page.content()).not.toContain(canary);
    expect(await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toContain(
      canary,
    );
    expect(await heapHolds(page, context), page.url()).toBe(false);
  }
});

test('A33: leaving covers within 100 ms, takes the key away and leaves no way back', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(written());
  const journal = await context.newPage();
  await turnOnLock(journal, `${origin}/journal.html`);
  await journal.goto(`${origin}/journal.html#/journal`);
  await expect(journal.getByText(canary).first()).toBeVisible();
  await journal.evaluate(() => {
    let pressed = 0;
    addEventListener(
      'keydown',
      (event) => {
        pressed = event.timeStamp;
      },
      true,
    );
    new MutationObserver(() => {
      const root = document.documentElement;
      if (!root.classList.contains('covered')) return;
      const seen = getComputedStyle(document.body).display;
      console.log(`covered ${seen} after ${performance.now() - pressed}`);
    }).observe(document.documentElement, { attributes: true });
  });
  const covered = journal.waitForEvent('console', (message) => message.text().startsWith('covered'));
  for (let presses = 0; presses < 3; presses++) await journal.keyboard.press('Shift');
  const [, display, milliseconds] = /covered (\w+) after ([\d.]+)/.exec((await covered).text()) ?? [];
  expect(display).toBe('none');
  expect(Number(milliseconds)).toBeLessThan(100);
  await expect(journal).toHaveURL(`${origin}/blank.html`);
  const other = await context.newPage();
  await other.goto(`${origin}/blank.html`);
  expect(await other.evaluate('chrome.storage.session.get()')).toEqual({});
  await journal.goBack().catch(() => null);
  await expect(journal.getByText(canary)).toHaveCount(0);
  await other.goto(`${origin}/journal.html#/journal`);
  await expect(other.getByRole('heading', { name: 'Locked' })).toBeVisible();
});

test('A23: a lock whose cost somebody changed is named in words, and nothing is tried', async ({ extension }) => {
  const { context, origin } = extension;
  await (await openArchive(context, origin)).write(begun());
  const journal = await context.newPage();
  await turnOnLock(journal, `${origin}/journal.html`);
  await journal.getByRole('button', { name: 'Lock now' }).click();
  await expect(journal.getByRole('heading', { name: 'Locked' })).toBeVisible();
  for (const m of [8, 8 * 1024 * 1024]) {
    await changeCost(journal, m);
    await journal.reload();
    await unlockBy(journal);
    await expect(journal.getByText('How this lock is stored is not how Kept stores one')).toBeVisible();
  }
});

/** Puts another memory cost into the stored header, as somebody with the files could. */
const changeCost = (page: Page, m: number): Promise<void> =>
  page.evaluate(async (cost) => {
    const { storageBuckets } = navigator as never as {
      storageBuckets: { open(name: string): Promise<{ indexedDB: IDBFactory }> };
    };
    const { indexedDB } = await storageBuckets.open('main-2');
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('main');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('meta', 'readwrite');
        const meta = transaction.objectStore('meta');
        const reading = meta.get('header');
        reading.onsuccess = () => {
          const header = reading.result as { ways: object[] };
          const ways = header.ways.map((way) => ({ ...way, ...('m' in way && { m: cost }) }));
          meta.put({ ...header, ways }, 'header');
        };
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  }, m);
