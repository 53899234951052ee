// A vault that can be locked and moved, on fake-indexeddb: its places are databases with a prefix of their own.

import type { Edit } from '@core/kernel/record.ts';
import { type Redacted, redact, reveal } from '@core/kernel/redacted.ts';
import { type Ledger, openLedger } from '@core/store/ledger.ts';
import type { LockTools } from '@core/store/lock.ts';
import type { Surroundings } from '@core/store/vault.ts';
import { passphraseKey } from '@core/vault/argon2.ts';
import { keyInMemory } from '@core/vault/key-place.ts';
import { findPlace } from '@core/vault/place.ts';
import { databasePlaces, type Places } from '@core/vault/places.ts';
import type { Kdf } from '@core/vault/ways.ts';
import { freshName, memoryWitness, must, surroundings } from '../../support/vault-rig.ts';

/** The real thing at the least cost that is accepted. */
export const quickKdf: Kdf = async (passphrase, salt, cost) =>
  passphraseKey(reveal(passphrase), salt, { ...cost, m: 8 * 1024, t: 1 });

export const tools: LockTools = { kdf: quickKdf, minutes: 10 };

export const win = (id: string, note = id): Edit => ({
  kind: 'win',
  row: { id },
  set: { of: 'onTime', value: 'punctuality', day: '2026-11-23', note, deleted: false },
});

export const words = (text: string): Redacted<string> => redact(text);

/** One context at a time moves, as with the browser's own lock. */
function lonePlaces(prefix = freshName()): Places {
  let busy = false;
  return {
    ...databasePlaces(indexedDB, prefix),
    async alone(work) {
      if (busy) return undefined;
      busy = true;
      try {
        return await work();
      } finally {
        busy = false;
      }
    },
  };
}

export interface Origin {
  readonly places: Places;
  /** What a page of this origin has at hand. Each call is another page. */
  page(more?: Partial<Pick<Surroundings, 'keyPlace'>>): Surroundings;
  open(here?: Surroundings): Promise<Ledger>;
}

export function createOrigin(): Origin {
  const places = lonePlaces();
  const witness = memoryWitness();
  const keyPlace = keyInMemory();
  const page: Origin['page'] = (more) =>
    surroundings({
      witness,
      keyPlace,
      places: async () => places,
      ...more,
      connection: { place: () => findPlace(places) },
    });
  return { places, page, open: async (here = page()) => must(await openLedger(here)) };
}
