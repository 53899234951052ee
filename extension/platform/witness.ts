// The witness of the extension: `storage.local`, which has survived every damage of IndexedDB that was tried.

import { parseTestimony, type Witness } from '@core/vault/witness.ts';
import { browser } from 'wxt/browser';

const key = 'witness';
const earlierKey = 'earlier';

export const extensionWitness: Witness = {
  async read() {
    return parseTestimony((await browser.storage.local.get(key))[key]);
  },
  async write(testimony) {
    await browser.storage.local.set({ [key]: testimony });
  },
  async retire() {
    const found = await browser.storage.local.get([key, earlierKey]);
    const earlier = Array.isArray(found[earlierKey]) ? found[earlierKey] : [];
    if (found[key]) await browser.storage.local.set({ [earlierKey]: [...earlier, found[key]] });
    await browser.storage.local.remove(key);
  },
  forget: () => browser.storage.local.remove([key, earlierKey]),
};
