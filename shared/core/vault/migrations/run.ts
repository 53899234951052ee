// Brings a database of any earlier version to this one, step by step, inside the browser's upgrade transaction.

import { stores } from './0001-stores.ts';

export interface Migration {
  /** The version that the database has afterwards. */
  readonly version: number;
  /** Synchronous: an await could end the upgrade transaction half-way. Row contents are sealed and are not touched. */
  up(db: IDBDatabase, transaction: IDBTransaction): void;
}

export const migrations: readonly Migration[] = [stores];

/** Runs every step after `from`, in order. Throws when the list has a gap, so that a wrong list never ships. */
export function migrate(db: IDBDatabase, transaction: IDBTransaction, from: number, steps = migrations): void {
  steps.forEach((step, index) => {
    if (step.version !== index + 1) throw new Error(`migration ${index + 1} is missing`);
    if (step.version > from) step.up(db, transaction);
  });
}
