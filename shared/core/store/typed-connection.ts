// The connection with types and promises on it. `vault` works with the bare database, because a new tab loads no more.

import { type IDBPTransaction, type StoreNames, wrap } from 'idb';
import type { Result } from '../kernel/result.ts';
import type { Connection } from '../vault/connection.ts';
import type { Fault } from '../vault/fault.ts';
import type { Database, Schema } from '../vault/schema.ts';

/** A database to look into: its type has no way to write. */
export type Readable = Omit<Database, 'add' | 'put' | 'delete' | 'clear' | 'transaction'> & {
  transaction<Name extends StoreNames<Schema>>(name: Name): IDBPTransaction<Schema, [Name]>;
  transaction<Names extends ArrayLike<StoreNames<Schema>>>(names: Names): IDBPTransaction<Schema, Names>;
};

export interface TypedConnection {
  /** As `Connection.use`. */
  use<Value>(work: (db: Readable) => Promise<Value>): Promise<Result<Value, Fault>>;
  /** As `Connection.write`. */
  write<Value>(work: (db: Database) => Promise<Value>, patience?: number): Promise<Result<Value, Fault>>;
  close(): void;
}

/** `guard` looks at each database before it is first used, and throws when it is not the one that is meant. */
export function typedConnection(connection: Connection, guard?: (db: Readable) => Promise<void>): TypedConnection {
  const known = new WeakSet<IDBDatabase>();
  // Nothing is awaited on a database that is known: a page that goes has no time for it.
  const checked =
    <Value>(work: (db: Database) => Promise<Value>) =>
    (db: IDBDatabase): Promise<Value> => {
      if (!guard || known.has(db)) return work(typed(db));
      return guard(typed(db)).then(() => {
        known.add(db);
        return work(typed(db));
      });
    };
  return {
    use: (work) => connection.use(checked(work)),
    write: (work, patience) => connection.write(checked(work), patience),
    close: () => connection.close(),
  };
}

export const typed = (db: IDBDatabase): Database => wrap(db) as unknown as Database;
