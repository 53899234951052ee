// What lies beside the records when a vault moves: the device's own state, the row of today, drafts, what waits for other
// devices. Sealed things are sealed again for the new key; a draft also gets its new blind name.

import type { Json } from '../kernel/record.ts';
import { err, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import type { Keys } from '../vault/keys.ts';
import type { Meta, Sealed } from '../vault/schema.ts';
import { metaBond, seal, unseal } from '../vault/seal.ts';
import { caughtPrefix } from './caught-range.ts';
import { draftPrefix, draftToken } from './drafts.ts';
import type { TypedConnection } from './typed-connection.ts';
import type { Vault } from './vault.ts';

/** The new place has these of its own, or gets them with its header. */
const ownOfThePlace = new Set(['header', 'head', 'moving', 'mail']);
const copied = ['outbox', 'segments', 'applied', 'snapshots', 'blobs'] as const;

export async function moveMeta(
  vault: Vault,
  target: TypedConnection,
  fresh: Keys,
  added: Readonly<Record<string, Json>>,
): Promise<Result<void, Fault>> {
  const read = await vault.connection.use(async (db) => {
    const transaction = db.transaction(['meta', ...copied]);
    const stores = ['meta', ...copied] as const;
    return Promise.all(
      stores.map(async (name) => {
        const store = transaction.objectStore(name);
        const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return keys.map((key, index) => ({ name, key: String(key), value: values[index] as unknown }));
      }),
    );
  });
  if (!read.ok) return read;
  const [meta = [], ...others] = read.value;
  const kept = meta.filter(({ key }) => !ownOfThePlace.has(key));
  const moved = await Promise.all(kept.map(({ key, value }) => moveOne(vault, fresh, key, value)));
  if (moved.includes(undefined)) return err({ type: 'unreadable' });
  const made = await Promise.all(
    Object.entries(added).map(async ([key, value]) => ({
      key,
      value: await seal(fresh.row, value, metaBond(fresh.vault, key), vault.random),
    })),
  );
  return target.write(async (db) => {
    const transaction = db.transaction(['meta', ...copied], 'readwrite', { durability: 'strict' });
    for (const one of [...moved, ...made]) {
      if (one) void transaction.objectStore('meta').put(one.value as Meta[keyof Meta], one.key);
    }
    for (const { name, key, value } of others.flat()) {
      const store = transaction.objectStore(name);
      void (store.keyPath === null ? store.put(value as never, key as never) : store.put(value as never));
    }
    await transaction.done;
  });
}

/** Nothing when a sealed one that matters does not open. A draft that does not open is let go: nobody can read it. */
async function moveOne(
  { keys, random }: Vault,
  fresh: Keys,
  key: string,
  value: unknown,
): Promise<{ key: string; value: unknown } | undefined> {
  if (!isSealed(value) || key.startsWith(caughtPrefix)) return { key, value };
  const json = (await unseal(keys.row, value, metaBond(keys.vault, key))) as Json | undefined;
  if (json === undefined) return key === 'state' ? undefined : { key, value };
  const { key: draftKey } = Object(json) as { key?: unknown };
  const name = key.startsWith(draftPrefix) && typeof draftKey === 'string' ? await draftToken(fresh, draftKey) : key;
  return { key: name, value: await seal(fresh.row, json, metaBond(fresh.vault, name), random) };
}

const isSealed = (value: unknown): value is Sealed => {
  const { nonce, box } = Object(value) as Partial<Sealed>;
  return nonce instanceof Uint8Array && box instanceof ArrayBuffer;
};
