// Founds a vault where nothing ever was. Happens once in the life of a browser, and is loaded then.

import { emptyToday } from '../domain/today.ts';
import type { Random } from '../kernel/random.ts';
import type { Json } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import { deriveKeys } from '../vault/keys.ts';
import type { BareHeader } from '../vault/schema.ts';
import { metaBond, seal } from '../vault/seal.ts';
import { newDeviceState, stateToJson } from './state.ts';
import type { TypedConnection } from './typed-connection.ts';

export async function foundVault(connection: TypedConnection, random: Random): Promise<Result<void, Fault>> {
  const header: BareHeader = { format: 1, vault: random.uuid(), lock: 'none', key: random.bytes(32).buffer };
  const { row } = await deriveKeys(header, header.key);
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
