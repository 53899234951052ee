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

export const typedConnection = (connection: Connection): TypedConnection => ({
  use: (work) => connection.use((db) => work(typed(db))),
  write: (work, patience) => connection.write((db) => work(typed(db)), patience),
  close: () => connection.close(),
});

export const typed = (db: IDBDatabase): Database => wrap(db) as unknown as Database;
