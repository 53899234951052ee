// One connection to the database that heals itself: a dead handle is dropped, never asked again.

import { err, ok, type Result } from '../kernel/result.ts';
import { type Fault, faultOf, inTime } from './fault.ts';
import { type OpenOptions, openDatabase } from './open-database.ts';
import type { Place } from './place.ts';

export interface Connection {
  /**
   * Runs `work` on an open database, for reading. When the connection turns out to be dead it is opened again, up to three times,
   * and `work` is repeated once: so `work` must be one transaction that may safely run twice.
   */
  use<Value>(work: (db: IDBDatabase) => Promise<Value>): Promise<Result<Value, Fault>>;
  /** As `use`, for work that writes. A database that is behind this version is not written: the answer is `upgrade`. `patience`: ms
   * for more work than usual. */
  write<Value>(work: (db: IDBDatabase) => Promise<Value>, patience?: number): Promise<Result<Value, Fault>>;
  close(): void;
}

export interface ConnectionOptions extends Omit<OpenOptions, 'factory'> {
  place(): Promise<Place | undefined>;
  /**
   * Called after an upgrade that did not work. `true`: the database can only be read. `false`: it is not there, or
   * another page has managed it since.
   */
  onBehind?(behind: boolean): void;
}

const reopenings = 3;

/** Milliseconds after which a piece of work counts as unanswered. Reading ten years takes a few seconds. */
const workPatience = 30_000;

export function createConnection(options: ConnectionOptions): Connection {
  let opening: Promise<Result<IDBDatabase, Fault>> | undefined;
  let replaced = false;
  let upgradeFault: Fault | undefined; // an upgrade that did not work is not tried again by this page
  let behind = false;
  let held: Place | undefined; // see Place: a connection lives no longer than the object it came from

  const open = async (): Promise<Result<IDBDatabase, Fault>> => {
    try {
      held = await inTime(options.place(), options.patience);
    } catch (error) {
      return err(faultOf(error));
    }
    const mine = {
      ...options,
      factory: held?.indexedDB,
      ...(held?.database !== undefined && { name: held.database }),
      onReplaced: async () => {
        // While it can only be read, it is another page that tries the upgrade: the next use shows how that went.
        if (!behind) await options.onReplaced?.();
        replaced = !behind;
        opening = undefined;
      },
      onLost: () => {
        opening = undefined;
        options.onLost?.();
      },
    };
    const opened = await (upgradeFault ? err(upgradeFault) : openDatabase(mine));
    if (opened.ok || (opened.error.type !== 'upgrade' && opened.error.type !== 'full')) return opened;
    const fault = opened.error;
    const found = await import('./as-it-is.ts').then(
      ({ openBehind }) => openBehind(mine, fault),
      () => err(fault),
    );
    behind = found.ok && found.value.behind;
    upgradeFault = behind ? fault : undefined; // or there is nothing to read either, or another page has managed it
    options.onBehind?.(behind);
    return found.ok ? ok(found.value.db) : found;
  };

  const database = async (): Promise<Result<IDBDatabase, Fault>> => {
    if (replaced) return err({ type: 'replaced' });
    opening ??= open();
    const mine = opening;
    const result = await mine;
    if (!result.ok && opening === mine) opening = undefined;
    return result;
  };

  const drop = async (db: IDBDatabase) => {
    db.close();
    const mine = opening;
    const result = await mine;
    // Another call may have opened a new one meanwhile: that one stays.
    if (opening === mine && result?.ok && result.value === db) opening = undefined;
  };

  const run = async <Value>(
    work: (db: IDBDatabase) => Promise<Value>,
    writes: boolean,
    patience = workPatience,
  ): Promise<Result<Value, Fault>> => {
    let last: Fault = { type: 'lost' };
    let repeated = false;
    for (let tries = 0; tries <= reopenings; tries++) {
      const opened = await database();
      if (!opened.ok) {
        last = opened.error;
        if (last.type === 'lost' || last.type === 'unreadable') continue;
        return opened;
      }
      if (writes && behind) return err({ type: 'upgrade' });
      try {
        return ok(await inTime(work(opened.value), patience));
      } catch (error) {
        last = replaced ? { type: 'replaced' } : faultOf(error);
        await drop(opened.value); // after a full disk, too, the old handle takes no more writes
        if (last.type !== 'lost' || repeated) return err(last);
        repeated = true;
      }
    }
    return err(last);
  };

  return {
    use: (work) => run(work, false),
    write: (work, patience) => run(work, true, patience),
    close() {
      void opening?.then((result) => result.ok && result.value.close());
      opening = undefined;
      held = undefined;
    },
  };
}
