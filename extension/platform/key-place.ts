// Where the extension keeps the key of an unlocked vault: `storage.session`, which is memory and gone when the browser
// ends. Content scripts cannot read it, because nobody ever opened its access level to them.

import type { KeyPlace } from '@core/vault/key-place.ts';
import { browser } from 'wxt/browser';

const name = 'open';

export const extensionKeyPlace: KeyPlace = {
  read: async () => (await browser.storage.session.get(name))[name],
  write: (held) => browser.storage.session.set({ [name]: held }),
  clear: () => browser.storage.session.remove(name),
};
