import { expect, test } from '@playwright/test';
import { launchWithKept, makeFirstPromise } from '../support/firefox.ts';

// The runner is Playwright's, the browser is the installed Firefox, driven over Marionette.

const closing = 'Scripts may only close windows that were opened by a script.';
const words = 'Home by 18:30; if not, I ring by 18:00.';

test('Firefox: a promise made in the journal stands on a new tab, and answers and wins are stored', async () => {
  test.setTimeout(120_000);
  const firefox = await launchWithKept();
  try {
    await test.step('the first promise is made by hand', async () => {
      await makeFirstPromise(firefox, words);
    });

    await test.step('a new tab shows it, and takes the focus from nobody', async () => {
      await firefox.newTab();
      await expect.poll(() => firefox.url()).toBe(`${firefox.origin}/newtab.html`);
      await firefox.see(words);
      expect(await firefox.run('return [document.title, document.activeElement === document.body]')).toEqual([
        'New tab',
        true,
      ]);
      expect(await firefox.run('return performance.getEntriesByName("commitment-visible").length')).toBe(1);
      await firefox.press('1');
      await firefox.see('Did what I said. Noted.');
      await firefox.click('You said it, then you did it. That is the whole of it.');
      await firefox.see('Stay with that for a moment.');
    });

    await test.step('the popup saves a win by keyboard', async () => {
      await firefox.open('popup.html');
      await firefox.see('That is all for today.');
      await firefox.type('A small win: what was it?', 'heard them');
      await firefox.press('\uE007');
      await firefox.see('Heard them out. Noted.');
      await firefox.see('Saved');
      await expect.poll(() => firefox.complaints()).toEqual([closing]); // here it is a tab, which may not close itself
    });

    await test.step('all of it is there for a page that is opened afterwards', async () => {
      await firefox.newTab();
      await firefox.see('That is all for today.');
      await firefox.open('journal.html#/wins');
      await firefox.see('Heard them out');
      await firefox.open('journal.html#/today');
      await firefox.see('Kept');
    });

    await test.step('a file is read beside the page, in a worker that the policy lets start', async () => {
      await firefox.open('journal.html#/settings/import');
      await firefox.see('Choose a file');
      await firefox.run(`
        const files = new DataTransfer();
        files.items.add(new File(['date,text\\n2025-03-04,From a table.\\n'], 'words.csv'));
        const input = document.querySelector('input[type=file]');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));`);
      await firefox.see('From a table');
      await firefox.click('Bring it in');
      await firefox.see('1 record came in');
      await firefox.click('Take it back');
      await firefox.see('Taken back.');
    });

    await test.step('the witness outside the database knows how much there was', async () => {
      const witness = `return (await browser.storage.local.get('witness')).witness.seq`;
      expect(await firefox.runAsync(witness)).toBeGreaterThan(3);
    });

    await test.step('Shift three times leaves', async () => {
      await firefox.newTab();
      await firefox.see('That is all for today.');
      await firefox.press('\uE008\uE008\uE008');
      await expect.poll(() => firefox.url()).toBe(`${firefox.origin}/blank.html`);
    });

    await test.step('and the browser had nothing else to complain about', async () => {
      expect(await firefox.complaints()).toEqual([closing]);
    });
  } finally {
    await firefox.close();
  }
});

test('Firefox: an empty database beside a witness is called a loss, never a first run', async () => {
  test.setTimeout(120_000);
  const firefox = await launchWithKept();
  try {
    await firefox.open('blank.html');
    await firefox.runAsync(`
      await browser.storage.local.set({ witness: { vault: 'one that was', seq: 7, hash: 'h' } });
      for (const { name } of await indexedDB.databases()) {
        await new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; });
      }
    `);
    for (const page of ['newtab.html', 'popup.html', 'journal.html']) {
      await firefox.open(page);
      await firefox.see('There was data here before, and now the storage is empty.');
      const text = String(await firefox.run('return document.body.innerText'));
      expect(text).not.toMatch(/Nothing is written here yet|Begin with one small promise|Small promises, kept/);
    }
    expect(await firefox.complaints()).toEqual([]);
  } finally {
    await firefox.close();
  }
});
