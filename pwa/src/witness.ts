// The witness of the web app: `localStorage`, which lies in other files than IndexedDB and survives their damage.

import { parseTestimony, type Witness } from '@core/vault/witness.ts';

const key = 'witness';
const earlierKey = 'earlier';

export const webWitness: Witness = {
  read: async () => parseTestimony(readJson(key)),
  async write(testimony) {
    localStorage.setItem(key, JSON.stringify(testimony));
  },
  async retire() {
    const present = readJson(key);
    const earlier = readJson(earlierKey);
    if (present)
      localStorage.setItem(earlierKey, JSON.stringify([...(Array.isArray(earlier) ? earlier : []), present]));
    localStorage.removeItem(key);
  },
  async forget() {
    localStorage.removeItem(key);
    localStorage.removeItem(earlierKey);
  },
};

function readJson(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return undefined; // storage refused, or written by somebody else
  }
}
