// The surroundings of a real page: this browser's storage, clock and chance.

import { systemClock } from '../kernel/clock.ts';
import { systemRandom } from '../kernel/random.ts';
import { type Connection, type ConnectionOptions, createConnection } from '../vault/connection.ts';
import type { KeyPlace } from '../vault/key-place.ts';
import { findPlace } from '../vault/place.ts';
import type { Witness } from '../vault/witness.ts';
import { createNotices, oneWriter } from './changed.ts';
import type { Surroundings } from './vault.ts';

export type Signs = Pick<ConnectionOptions, 'onBlocked' | 'onReplaced' | 'onLost' | 'onBehind'>;

/** The connection alone: what a new tab needs before it shows anything. */
export const connectHere = (signs: Signs = {}): Connection => createConnection({ ...signs, place: findPlace });

/** What only the extension or the web app can give: where its witness and its key are. */
export interface Keepers {
  readonly witness: Witness;
  readonly keyPlace: KeyPlace;
}

export const surroundingsHere = (connection: Connection, keepers: Keepers): Surroundings => ({
  connection,
  ...keepers,
  places: async () => (await import('../vault/places.ts')).placesHere(),
  notices: createNotices(),
  serialise: oneWriter,
  clock: systemClock,
  random: systemRandom,
});
