// Where the extension keeps the key of an unlocked vault: `storage.session`, which is memory and gone when the browser
// ends. Content scripts cannot read it, because nobody ever opened its access level to them.

import type { HeldKey, KeyPlace } from '@core/vault/key-place.ts';
import { browser } from 'wxt/browser';

export const keyName = 'open';

const read = async () => (await browser.storage.session.get(keyName))[keyName];
const write = (held: HeldKey) => browser.storage.session.set({ [keyName]: held });
const clear = () => browser.storage.session.remove(keyName);

/** One page at a time: who presses "Lock now" also gives a sign of being there, and that must not bring the key back. */
const alone = async (work: () => Promise<void>): Promise<void> => {
  await navigator.locks.request('key', work);
};

export const extensionKeyPlace: KeyPlace = {
  read,
  write: (held) => alone(() => write(held)),
  change: (next) =>
    alone(async () => {
      const held = next(await read());
      await (held ? write(held) : clear());
    }),
  clear: () => alone(clear),
};
