import { expect, test } from '@playwright/test';
import { launchWithKept, makeFirstPromise } from '../support/firefox.ts';

const words = 'Home by 18:30; if not, I ring by 18:00.';
const passphrase = 'four ordinary words here';

test('Firefox: a lock is turned on, closes every page, and opens once for all of them', async () => {
  test.setTimeout(180_000);
  const firefox = await launchWithKept();
  try {
    await makeFirstPromise(firefox, words);

    await firefox.open('journal.html#/lock');
    await firefox.type('Passphrase', passphrase);
    await firefox.type('The same again', passphrase);
    await firefox.click('Go on');
    await firefox.see('Now type it from the paper');
    const code = String(await firefox.run(`return document.querySelector('.lock-code').textContent`));
    await firefox.type('Now type it from the paper', code);
    await firefox.click('Turn on a lock');
    await firefox.see('Lock now');
    // Here there are no buckets: the vault is in another database, and the first one is gone.
    const names = 'return (await indexedDB.databases()).map(({ name }) => name)';
    await expect.poll(() => firefox.runAsync(names)).toEqual(['main-2']);

    await firefox.newTab();
    await firefox.see(words);
    await firefox.open('journal.html#/settings');
    await firefox.click('Lock now');
    await firefox.see('Locked');
    await firefox.newTab();
    await firefox.see('Locked for now.');
    expect(String(await firefox.run('return document.body.innerText'))).not.toContain('Home by');

    await firefox.open('journal.html');
    await firefox.see('Passphrase');
    await firefox.type('Passphrase', passphrase);
    await firefox.click('Unlock');
    await firefox.see(words);
    await firefox.newTab();
    await firefox.see(words);
    expect(await firefox.complaints()).toEqual([]);
  } finally {
    await firefox.close();
  }
});
