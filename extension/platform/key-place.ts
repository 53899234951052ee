// Where the extension keeps the key of an unlocked vault: `storage.session`, which is memory and gone when the browser
// ends. Content scripts cannot read it, because nobody ever opened its access level to them.

import type { KeyPlace } from '@core/vault/key-place.ts';
import { browser } from 'wxt/browser';

const key = 'open';
/** Apart from the key: a page that is late changes only these, and can never put back what another page took away. */
const times = 'times';

export const keyNames: readonly string[] = [key, times];

export const extensionKeyPlace: KeyPlace = {
  async read() {
    const found = await browser.storage.session.get([key, times]);
    return found[key] && { ...Object(found[key]), ...Object(found[times]) };
  },
  write: ({ since, until, ...held }) => browser.storage.session.set({ [key]: held, [times]: { since, until } }),
  async change(next) {
    const held = next(await extensionKeyPlace.read());
    if (held) await browser.storage.session.set({ [times]: { since: held.since, until: held.until } });
    else await extensionKeyPlace.clear();
  },
  // Asked for at once, before anything is waited for: the page may be leaving.
  clear: () => browser.storage.session.remove([key, times]),
};
