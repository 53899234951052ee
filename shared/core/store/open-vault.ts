// Opens what is there, or founds a new vault where nothing ever was.

import { emptyToday } from '../domain/today.ts';
import type { Random } from '../kernel/random.ts';
import type { Json } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import { goneError, replacedError } from '../vault/fault.ts';
import { keyFor } from '../vault/key-place.ts';
import { deriveKeys, generationOf, type Keys, parseHeader } from '../vault/keys.ts';
import type { BareHeader, Database, Sealed } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import { hear } from '../vault/witness.ts';
import { newDeviceState, parseDeviceState, stateToJson } from './state.ts';
import { type TypedConnection, typedConnection } from './typed-connection.ts';
import type { Surroundings, Vault } from './vault.ts';

export async function openVault(surroundings: Surroundings): Promise<Result<Vault, Fault>> {
  const { witness, random } = surroundings;
  const connection = typedConnection(surroundings.connection);
  let found = await connection.use(readFoundation);
  if (!found.ok) return found;
  if (!found.value.header) {
    const testimony = await hear(witness);
    if (testimony) return err({ type: testimony === 'silent' ? 'unreadable' : 'gone' });
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
    const header = parseHeader(stored);
    if (header?.vault === keys.vault && generationOf(header) === keys.generation) return;
    throw new DOMException('another vault', stored ? replacedError : goneError);
  });

async function readFoundation(db: Database) {
  const { store } = db.transaction('meta');
  const [header, state, leaving] = await Promise.all([store.get('header'), store.get('state'), store.getKey('moving')]);
  return { header, state: state as Sealed | undefined, leaving };
}

async function foundVault(connection: TypedConnection, random: Random): Promise<Result<void, Fault>> {
  const header: BareHeader = { format: 1, vault: random.uuid(), lock: 'none', key: random.bytes(32).buffer };
  const { row } = await deriveKeys(header, header.key);
  const sealMeta = (key: string, value: Json) => seal(row, value, metaBond(header.vault, key), random);
  const [state, today] = await Promise.all([
    sealMeta('state', stateToJson(newDeviceState(random))),
    sealMeta('today', emptyToday as unknown as Json),
  ]);
  return connection.use(async (db) => {
    const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
    const there = await transaction.store.get('header');
    const meta = { header, head: { seq: 0, hash: '' }, state, today };
    const puts = there ? [] : Object.entries(meta).map(([key, value]) => transaction.store.put(value, key));
    await Promise.all([...puts, transaction.done]);
  });
}
