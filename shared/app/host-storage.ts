// What this browser grants to the place of the record: the bucket that it lies in, or the whole origin elsewhere.

import { findPlace } from '@core/vault/place.ts';
import type { HostStorage } from './host.ts';

/** A bucket answers the same three questions as `navigator.storage`. */
type Granter = Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>;

/** Nothing may throw here: a browser that refuses to say is one that has granted nothing. */
export const storageHere: HostStorage = {
  persisted: async () => (await ask((place) => place.persisted())) ?? false,
  persist: async () => (await ask((place) => place.persist())) ?? false,
  async estimate() {
    const { usage, quota } = (await ask((place) => place.estimate())) ?? {};
    return usage === undefined || quota === undefined ? undefined : { used: usage, room: quota - usage };
  },
};

async function ask<Answer>(question: (place: Granter) => Promise<Answer>): Promise<Answer | undefined> {
  try {
    const place = await findPlace();
    return await question(isGranter(place) ? place : navigator.storage);
  } catch {
    return undefined;
  }
}

const isGranter = (place: object | undefined): place is Granter =>
  place !== undefined && ['persisted', 'persist', 'estimate'].every((name) => name in place);
