import type { Migration } from './run.ts';

/** Version 1: the stores as docs/data-format.md lists them. Shipped: never edit, add 0002 instead. */
export const stores: Migration = {
  version: 1,
  up(db) {
    db.createObjectStore('rows', { keyPath: 'id' }).createIndex('marks', 'marks', { multiEntry: true });
    db.createObjectStore('chain', { keyPath: 'seq' });
    db.createObjectStore('outbox', { keyPath: 'id' });
    for (const name of ['segments', 'applied', 'snapshots', 'blobs', 'meta']) db.createObjectStore(name);
  },
};
