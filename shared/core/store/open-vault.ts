// Opens what is there, or founds a new vault where nothing ever was.

import { err, ok, type Result } from '../kernel/result.ts';
import { type Fault, otherVaultError } from '../vault/fault.ts';
import { keyFor } from '../vault/key-place.ts';
import { deriveKeys, isHeaderOf, type Keys, parseHeader } from '../vault/keys.ts';
import type { Sealed } from '../vault/schema.ts';
import { metaBond, unseal } from '../vault/seal.ts';
import { hear } from '../vault/witness.ts';
import { parseDeviceState } from './state.ts';
import { type Readable, type TypedConnection, typedConnection } from './typed-connection.ts';
import type { Surroundings, Vault } from './vault.ts';

export async function openVault(surroundings: Surroundings): Promise<Result<Vault, Fault>> {
  const { witness, random } = surroundings;
  const connection = typedConnection(surroundings.connection);
  let found = await connection.use(readFoundation);
  if (!found.ok) return found;
  if (!found.value.header) {
    const testimony = await hear(witness);
    if (testimony) return err({ type: testimony === 'silent' ? 'unreadable' : 'gone' });
    const { foundVault } = await import('./found-vault.ts');
    const founded = await foundVault(connection, random);
    if (!founded.ok) return founded;
    found = await connection.use(readFoundation); // another tab may have been first: what stands counts
    if (!found.ok) return found;
  }
  const header = parseHeader(found.value.header);
  if (!header) return err({ type: 'unreadable' });
  // Either somebody is moving the vault right now, or was cut short: then it may be written to again.
  if (found.value.leaving) await tidy(surroundings);
  const key = await keyFor(header, surroundings.keyPlace, surroundings.clock);
  if (!key) return err({ type: 'locked' });
  const keys = await deriveKeys(header, key);
  const state = parseDeviceState(await unseal(keys.row, found.value.state, metaBond(keys.vault, 'state')));
  if (!state) return err({ type: 'unreadable' });
  return ok({ ...surroundings, connection: guarded(surroundings, keys), keys, naming: state.naming });
}

async function tidy({ places: fetchPlaces }: Surroundings): Promise<void> {
  const places = await fetchPlaces?.();
  if (places) await (await import('../vault/tidy-places.ts')).tidyPlaces(places);
}

/** A connection that opens again may find another vault key here, or nothing: then marks would find no row at all. */
const guarded = ({ connection }: Surroundings, keys: Keys): TypedConnection =>
  typedConnection(connection, async (db) => {
    const stored = await db.get('meta', 'header');
    if (!isHeaderOf(keys, stored)) throw otherVaultError(stored);
  });

async function readFoundation(db: Readable) {
  const { store } = db.transaction('meta');
  const [header, state, leaving] = await Promise.all([store.get('header'), store.get('state'), store.getKey('moving')]);
  return { header, state: state as Sealed | undefined, leaving };
}
