// Opens what is there, or founds a new vault where nothing ever was.

import { emptyToday } from '../domain/today.ts';
import type { Random } from '../kernel/random.ts';
import type { Json } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import { deriveKeys, parseHeader } from '../vault/keys.ts';
import type { Header, Sealed } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import { hear } from '../vault/witness.ts';
import { newDeviceState, parseDeviceState, stateToJson } from './state.ts';
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
    const founded = await foundVault(connection, random);
    if (!founded.ok) return founded;
    found = await connection.use(readFoundation); // another tab may have been first: what stands counts
    if (!found.ok) return found;
  }
  const header = parseHeader(found.value.header);
  if (!header) return err({ type: 'unreadable' });
  const keys = await deriveKeys(header);
  const state = parseDeviceState(await unseal(keys.row, found.value.state, metaBond(keys.vault, 'state')));
  return state ? ok({ ...surroundings, connection, keys, naming: state.naming }) : err({ type: 'unreadable' });
}

async function readFoundation(db: Readable) {
  const { store } = db.transaction('meta');
  const [header, state] = await Promise.all([store.get('header'), store.get('state')]);
  return { header, state: state as Sealed | undefined };
}

async function foundVault(connection: TypedConnection, random: Random): Promise<Result<void, Fault>> {
  const header: Header = { format: 1, vault: random.uuid(), lock: 'none', key: random.bytes(32).buffer };
  const { row } = await deriveKeys(header);
  const sealMeta = (key: string, value: Json) => seal(row, value, metaBond(header.vault, key), random);
  const [state, today] = await Promise.all([
    sealMeta('state', stateToJson(newDeviceState(random))),
    sealMeta('today', emptyToday as unknown as Json),
  ]);
  return connection.write(async (db) => {
    const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
    const there = await transaction.store.get('header');
    const meta = { header, head: { seq: 0, hash: '' }, state, today };
    const puts = there ? [] : Object.entries(meta).map(([key, value]) => transaction.store.put(value, key));
    await Promise.all([...puts, transaction.done]);
  });
}
