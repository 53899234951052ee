// Firefox with the built extension, and the few things that a person does in it.

import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { launchFirefox } from './marionette.ts';

const built = resolve(import.meta.dirname, '../../dist/extension/firefox-mv3');
const uuid = '11111111-2222-4333-8444-555555555555';

interface Found {
  readonly value: Readonly<Record<string, string>>;
}

/** Starts Firefox with a fresh profile. Always `close()` it. */
export async function launchWithKept() {
  // The preference fixes the otherwise random host of moz-extension:// addresses.
  const firefox = await launchFirefox({
    prefs: { 'extensions.webextensions.uuids': JSON.stringify({ 'kept@example.org': uuid }) },
  });
  const origin = `moz-extension://${uuid}`;
  expect(await firefox.install(built)).toBe('kept@example.org');

  const find = async (xpath: string) => {
    const found = (await firefox.send('WebDriver:FindElement', { using: 'xpath', value: xpath })) as Found;
    return Object.values(found.value)[0];
  };
  /** A button, link or label with exactly this text; a field with this label. */
  const named = (name: string) => {
    const text = JSON.stringify(name);
    return `(//button|//a|//label|//*[@role="option"])[.//text()[normalize-space()=${text}]]`;
  };
  const field = (label: string) =>
    `//*[self::input or self::textarea][@id=//label[normalize-space()=${JSON.stringify(label)}]/@for]`;

  return {
    ...firefox,
    origin,
    async open(page: string) {
      await firefox.goto('about:blank'); // an address that differs in its hash alone would load nothing
      await firefox.goto(`${origin}/${page}`);
    },
    /** Ctrl+T, the way a person does it; navigating to about:newtab is not overridden under automation. */
    async newTab() {
      const before = await firefox.windowHandles();
      await firefox.runInBrowser(`Services.wm.getMostRecentWindow('navigator:browser').BrowserCommands.openTab();`);
      await expect.poll(async () => (await firefox.windowHandles()).length).toBe(before.length + 1);
      const opened = (await firefox.windowHandles()).find((handle) => !before.includes(handle));
      await firefox.switchTo(opened ?? '');
    },
    /** Waits until this text is to be seen. */
    see: (text: string) =>
      expect
        .poll(async () => String(await firefox.run('return document.body?.innerText ?? ""')), { timeout: 20_000 })
        .toContain(text),
    async click(name: string) {
      await expect
        .poll(() => find(named(name)).then(Boolean, () => false), { message: name, timeout: 20_000 })
        .toBe(true);
      await firefox.send('WebDriver:ElementClick', { id: await find(named(name)) });
    },
    async type(label: string, text: string) {
      await expect
        .poll(() => find(field(label)).then(Boolean, () => false), { message: label, timeout: 20_000 })
        .toBe(true);
      await firefox.send('WebDriver:ElementSendKeys', { id: await find(field(label)), text });
    },
    /** Keys on the page itself; U+E007 is Enter, U+E008 is Shift. */
    async press(keys: string) {
      const actions = [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await firefox.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    /** What the browser's console says against a page of ours, each thing once. */
    async complaints(): Promise<string[]> {
      const messages = await firefox.runInBrowser(
        `return Services.console.getMessageArray()
          .filter((entry) => entry instanceof Ci.nsIScriptError && entry.sourceName.includes(arguments[0]))
          .map((entry) => entry.errorMessage);`,
        [uuid],
      );
      return [...new Set(messages as string[])];
    },
  };
}

/** By hand, through the first questions; it is seen in the end. */
export async function makeFirstPromise(
  firefox: Awaited<ReturnType<typeof launchWithKept>>,
  words: string,
): Promise<void> {
  await firefox.open('journal.html#/start');
  await firefox.click('Just me');
  await firefox.click('Go on');
  await firefox.see('A first small promise');
  await firefox.open('journal.html#/promises/edit');
  await firefox.type('What I will do', words);
  await firefox.click('Every day');
  await firefox.click('Save');
  await firefox.see(words);
}
