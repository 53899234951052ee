// The connection with types and promises on it. `vault` works with the bare database, because a new tab loads no more.

import { wrap } from 'idb';
import type { Result } from '../kernel/result.ts';
import type { Connection } from '../vault/connection.ts';
import type { Fault } from '../vault/fault.ts';
import type { Database } from '../vault/schema.ts';

export interface TypedConnection {
  /** As `Connection.use`. */
  use<Value>(work: (db: Database) => Promise<Value>, patience?: number): Promise<Result<Value, Fault>>;
  close(): void;
}

export const typedConnection = (connection: Connection): TypedConnection => ({
  use: (work, patience) => connection.use((db) => work(typed(db)), patience),
  close: () => connection.close(),
});

export const typed = (db: IDBDatabase): Database => wrap(db) as unknown as Database;
