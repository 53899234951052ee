// Where the extension keeps the key of an unlocked vault: `storage.session`, which is memory and gone when the browser
// ends. Content scripts cannot read it, because nobody ever opened its access level to them.

import type { KeyPlace } from '@core/vault/key-place.ts';
import { browser } from 'wxt/browser';

export const keyName = 'open';

export const extensionKeyPlace: KeyPlace = {
  read: async () => (await browser.storage.session.get(keyName))[keyName],
  write: (held) => browser.storage.session.set({ [keyName]: held }),
  clear: () => browser.storage.session.remove(keyName),
};
