// An open vault: what every read and every write needs at hand.

import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import type { Connection } from '../vault/connection.ts';
import type { KeyPlace } from '../vault/key-place.ts';
import type { Keys } from '../vault/keys.ts';
import type { Places } from '../vault/places.ts';
import type { Witness } from '../vault/witness.ts';
import type { Notices, Serialise } from './changed.ts';
import type { TypedConnection } from './typed-connection.ts';

export interface Surroundings {
  readonly connection: Connection;
  readonly witness: Witness;
  readonly keyPlace: KeyPlace;
  /** Absent where a vault is never moved: in tests, and where a browser allows no storage. */
  readonly places?: (() => Promise<Places | undefined>) | undefined;
  readonly notices: Notices;
  readonly serialise: Serialise;
  readonly clock: Clock;
  readonly random: Random;
}

export interface Vault extends Omit<Surroundings, 'connection'> {
  readonly connection: TypedConnection;
  readonly keys: Keys;
  /** Secret behind derived row ids. The first backup that is taken into an empty vault brings its own. */
  naming: string;
}
