// Opens a database in whatever version it has: to look, never to change. Fetched when it is needed, which is hardly ever.

import { err, ok, type Result } from '../kernel/result.ts';
import { type Fault, inTime } from './fault.ts';
import { migrations } from './migrations/run.ts';
import { type OpenOptions, watched } from './open-database.ts';
import { databaseName } from './schema.ts';

/** A database, and whether it is behind this version: then it is read and never written. */
export interface Opened {
  readonly db: IDBDatabase;
  readonly behind: boolean;
}

/** After an upgrade that did not work. Answers with `fault`, which says why that was, when there is nothing to read. */
export async function openBehind(options: OpenOptions, fault: Fault): Promise<Result<Opened, Fault>> {
  const { factory, name = databaseName, steps = migrations, patience } = options;
  if (!factory) return err(fault);
  const opening = openAsItIs(factory, name);
  const db = await inTime(opening, patience).catch(() => undefined);
  if (!db) {
    void opening.then((late) => late?.close()).catch(() => {});
    return err(fault);
  }
  if (db.version <= steps.length) return ok({ db: watched(db, options), behind: db.version < steps.length });
  db.close();
  return err({ type: 'newer' });
}

/** Nothing when there is none. Never creates and never upgrades. */
export function openAsItIs(factory: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = true; // opening without a version would make an empty database: look only
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      if (absent) resolve(undefined);
      else reject(request.error);
    };
  });
}
