// Opens what is there, or founds a new vault where nothing ever was.

import { err, ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import { deriveKeys, parseHeader } from '../vault/keys.ts';
import type { Sealed } from '../vault/schema.ts';
import { metaBond, unseal } from '../vault/seal.ts';
import { hear } from '../vault/witness.ts';
import { parseDeviceState } from './state.ts';
import { type Readable, typedConnection } from './typed-connection.ts';
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
  const keys = await deriveKeys(header);
  const state = parseDeviceState(await unseal(keys.row, found.value.state, metaBond(keys.vault, 'state')));
  return state ? ok({ ...surroundings, connection, keys, naming: state.naming }) : err({ type: 'unreadable' });
}

async function readFoundation(db: Readable) {
  const { store } = db.transaction('meta');
  const [header, state] = await Promise.all([store.get('header'), store.get('state')]);
  return { header, state: state as Sealed | undefined };
}
