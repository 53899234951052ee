// The connection with types and promises on it. `vault` works with the bare database, because a new tab loads no more.

import { wrap } from 'idb';
import type { Result } from '../kernel/result.ts';
import type { Connection } from '../vault/connection.ts';
import type { Fault } from '../vault/fault.ts';
import type { Database } from '../vault/schema.ts';

export interface TypedConnection {
  /** As `Connection.use`. */
  use<Value>(work: (db: Database) => Promise<Value>): Promise<Result<Value, Fault>>;
  close(): void;
}

/** `guard` looks at each database before it is first used, and throws when it is not the one that is meant. */
export function typedConnection(connection: Connection, guard?: (db: Database) => Promise<void>): TypedConnection {
  const known = new WeakSet<IDBDatabase>();
  return {
    use: (work) =>
      connection.use(async (db) => {
        if (guard && !known.has(db)) await guard(typed(db));
        known.add(db);
        return work(typed(db));
      }),
    close: () => connection.close(),
  };
}

export const typed = (db: IDBDatabase): Database => wrap(db) as unknown as Database;
