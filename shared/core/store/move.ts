// Moves the vault to a new place under a new key: when a lock is turned on, changed or taken away. What lay in the old
// place under the old key goes with that place. Whenever this is cut short, either the old place still is the vault or
// the new one already is: the header of the new place is written last, and the old place is removed after that.

import { actAt } from '../kernel/local-day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { canonicalJson } from '../merge/canonical.ts';
import { packRow } from '../merge/stamped-row.ts';
import { createConnection } from '../vault/connection.ts';
import { type Fault, faultOf } from '../vault/fault.ts';
import { deriveKeys, type Keys } from '../vault/keys.ts';
import type { Places } from '../vault/places.ts';
import type { Head, Header, Moving, SealedRow } from '../vault/schema.ts';
import { nextLink } from './chain.ts';
import { moveMeta } from './move-meta.ts';
import { openRow, sealRow } from './row-box.ts';
import { type TypedConnection, typedConnection } from './typed-connection.ts';
import type { Vault } from './vault.ts';

/** The header of the new place, and the key that it speaks of. */
export interface NewHome {
  readonly header: Header;
  readonly key: ArrayBuffer | Uint8Array<ArrayBuffer>;
  /** Rows of `meta` that the header asks for, to be sealed. */
  readonly meta: Readonly<Record<string, string>>;
}

export interface MoveOptions {
  /** Parts done, of parts in all. */
  onProgress?(done: number, of: number): void;
  /** Rows that are moved at a time. */
  batch?: number;
}

/** Ok when the new place is the vault. The old one is removed then, or at a later opening if the browser is slow. */
export async function moveVault(
  vault: Vault,
  places: Places,
  home: NewHome,
  options: MoveOptions = {},
): Promise<Result<void, Fault>> {
  const moved = await places.alone(async () => {
    const numbers = await places.list();
    const from = Math.max(1, ...(await withHeader(places, numbers)));
    const to = Math.max(...numbers, from) + 1;
    return moveBetween(vault, places, { ...options, home, from, to });
  });
  return moved ?? err({ type: 'busy' });
}

async function withHeader(places: Places, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length < 2) return [...numbers];
  const { presentNumber } = await import('../vault/present-place.ts');
  return [await presentNumber(places, numbers)];
}

interface Way extends MoveOptions {
  readonly home: NewHome;
  readonly from: number;
  readonly to: number;
}

async function moveBetween(vault: Vault, places: Places, way: Way): Promise<Result<void, Fault>> {
  const { home, from, to } = way;
  const frozen = await vault.connection.write(async (db) => {
    const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
    void transaction.store.put({ to } satisfies Moving, 'moving');
    const head = (await transaction.store.get('head')) as Head | undefined;
    await transaction.done;
    return head ?? { seq: 0, hash: '' };
  });
  if (!frozen.ok) return frozen;
  const moved = await carryOver(vault, places, way, frozen.value).catch((error) => err(faultOf(error)));
  if (!moved.ok) {
    const isGone = await places.remove(to).then(
      () => true,
      () => false,
    );
    // Where the new place cannot be taken away, it may have its header: then nobody may write to the old one any more.
    if (isGone) await vault.connection.write(async (db) => db.delete('meta', 'moving'));
    return moved;
  }
  vault.connection.close();
  await vault.witness.write({ vault: home.header.vault, ...moved.value }).catch(() => {});
  await removeSoon(places, from);
  return ok(undefined);
}

/** Ok when the new place has everything, and its header. Rejects when the browser gives no new place. */
async function carryOver(vault: Vault, places: Places, way: Way, before: Head): Promise<Result<Head, Fault>> {
  const { home, to } = way;
  const place = await places.open(to);
  const open = () => typedConnection(createConnection({ place: async () => place }));
  const target = open();
  const fresh = await deriveKeys(home.header, home.key);
  const arrived = await fill(vault, target, fresh, before, way);
  target.close();
  const again = open(); // what is compared comes from the disk, by a connection that wrote none of it
  const sound = arrived.ok ? await compare(vault, again, fresh, way) : arrived;
  const switched = sound.ok
    ? await again.write(async (db) => {
        const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
        await Promise.all([transaction.store.put(home.header, 'header'), transaction.done]);
      })
    : sound;
  again.close();
  return switched.ok ? arrived : switched;
}

/** A database that other pages still hold open is removed when they let go: nobody waits for that here. */
const removeSoon = (places: Places, number: number): Promise<unknown> =>
  Promise.race([places.remove(number).catch(() => {}), new Promise((done) => setTimeout(done, 2000))]);

async function fill(
  vault: Vault,
  target: TypedConnection,
  fresh: Keys,
  before: Head,
  { home, onProgress, batch = 500 }: Way,
): Promise<Result<Head, Fault>> {
  const count = await vault.connection.use((db) => db.count('rows'));
  if (!count.ok) return count;
  let head = before;
  let done = 0;
  let last: string | undefined;
  do {
    const sealed = await nextRows(vault.connection, last, batch);
    if (!sealed.ok) return sealed;
    const rows = await Promise.all(sealed.value.map((row) => sealAgain(vault, fresh, row)));
    last = rows.length < batch ? undefined : rows.at(-1)?.id;
    const action = { name: vault.random.uuid(), act: actAt(vault.clock), rows };
    const link = await nextLink(fresh, head, action, vault.random, true);
    const written = await target.write(async (db) => {
      const transaction = db.transaction(['rows', 'chain', 'meta'], 'readwrite', { durability: 'strict' });
      for (const row of rows) void transaction.objectStore('rows').put(row);
      void transaction.objectStore('chain').put(link);
      void transaction.objectStore('meta').put({ seq: link.seq, hash: link.hash }, 'head');
      await transaction.done;
    });
    if (!written.ok) return written;
    head = { seq: link.seq, hash: link.hash };
    done += rows.length;
    onProgress?.(done, 2 * count.value);
  } while (last !== undefined);
  const meta = await moveMeta(vault, target, fresh, home.meta);
  return meta.ok ? ok(head) : meta;
}

/** A row that cannot be read stays as it is: its bytes may still be of use to somebody. */
async function sealAgain(vault: Vault, fresh: Keys, sealed: SealedRow): Promise<SealedRow> {
  const row = await openRow(vault.keys, sealed);
  return row ? sealRow(fresh, row, vault.random) : sealed;
}

/** Every record of the old place, read again from the new one. */
async function compare(
  vault: Vault,
  target: TypedConnection,
  fresh: Keys,
  { onProgress, batch = 500 }: Way,
): Promise<Result<void, Fault>> {
  const counts = await Promise.all([vault.connection, target].map((one) => one.use((db) => db.count('rows'))));
  const [old, now] = counts;
  if (!old?.ok) return old ?? err({ type: 'unreadable' });
  if (!now?.ok) return now ?? err({ type: 'unreadable' });
  if (old.value !== now.value) return err({ type: 'unreadable' });
  let last: string | undefined;
  let done = old.value;
  do {
    const [before, after] = await Promise.all([nextRows(vault.connection, last, batch), nextRows(target, last, batch)]);
    if (!before.ok) return before;
    if (!after.ok) return after;
    const same = await Promise.all(
      before.value.map(async (row, index) => {
        const other = after.value[index];
        const [one, two] = await Promise.all([openRow(vault.keys, row), other && openRow(fresh, other)]);
        if (!one) return other?.id === row.id;
        return two?.id === one.id && canonicalJson(packRow(one)) === canonicalJson(packRow(two));
      }),
    );
    if (same.includes(false)) return err({ type: 'unreadable' });
    last = before.value.length < batch ? undefined : before.value.at(-1)?.id;
    done += before.value.length;
    onProgress?.(done, 2 * old.value);
  } while (last !== undefined);
  return ok(undefined);
}

const nextRows = (connection: TypedConnection, after: string | undefined, count: number) =>
  connection.use((db) => db.getAll('rows', after === undefined ? null : IDBKeyRange.lowerBound(after, true), count));
