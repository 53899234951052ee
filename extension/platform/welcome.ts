// The one tab that is opened without being asked for: after installation, never after an update.

import { browser } from 'wxt/browser';

export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/journal.html#/start') });
  });
}
