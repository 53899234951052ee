// Opens the database and turns everything that can go wrong on the way into a state that a person can be told.

import { err, ok, type Result } from '../kernel/result.ts';
import { type Fault, faultOf } from './fault.ts';
import { type Migration, migrate, migrations } from './migrations/run.ts';
import { databaseName } from './schema.ts';

export interface OpenOptions {
  factory: IDBFactory | undefined;
  name?: string;
  steps?: readonly Migration[];
  /** Milliseconds without any sign from the browser after which the storage counts as silent. */
  patience?: number;
  /** Called when an older page holds the database; opening goes on by itself once that page is closed. */
  onBlocked?(): void;
  /** A newer version wants the database: save what is on the screen. The connection closes after that. */
  onReplaced?(): Promise<void> | void;
  /** The browser took the connection away (data cleared, disk error). */
  onLost?(): void;
}

/** How long a page may take to put its drafts away before it gives the database to a newer version. */
const flushMilliseconds = 1000;

export function openDatabase(options: OpenOptions): Promise<Result<IDBDatabase, Fault>> {
  const { factory, name = databaseName, steps = migrations, patience = 5000 } = options;
  return new Promise((resolve) => {
    if (!factory) return resolve(err({ type: 'denied' }));
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(name, steps.length);
    } catch (error) {
      const fault = faultOf(error);
      return resolve(err(fault.type === 'lost' ? { type: 'denied' } : fault));
    }
    let upgradeError: unknown;
    let settled = false;
    const settle = (result: Result<IDBDatabase, Fault>) => {
      settled = true;
      clearTimeout(watchdog);
      resolve(result);
    };
    const watchdog = setTimeout(() => settle(err({ type: 'silent' })), patience);

    request.onupgradeneeded = (event) => {
      clearTimeout(watchdog); // it answers: a long upgrade is not silence
      const { result, transaction } = request;
      if (!transaction) return;
      try {
        migrate(result, transaction, event.oldVersion, steps);
      } catch (error) {
        upgradeError = error;
        transaction.abort();
      }
    };
    request.onblocked = () => {
      clearTimeout(watchdog);
      options.onBlocked?.();
    };
    request.onerror = (event) => {
      event.preventDefault();
      settle(err(openFault(request.error, upgradeError)));
    };
    request.onsuccess = () => {
      if (settled)
        request.result.close(); // it answered after we had told the person that it did not
      else settle(ok(watched(request.result, options)));
    };
  });
}

function openFault(error: unknown, upgradeError: unknown): Fault {
  const fault = faultOf(upgradeError ?? error);
  if (fault.type === 'full' || fault.type === 'newer') return fault;
  if (upgradeError || (error as DOMException | null)?.name === 'AbortError') return { type: 'upgrade' };
  return fault.type === 'denied' ? fault : { type: 'unreadable' };
}

/** A connection that gives way to a newer version and says when it was taken away. */
export function watched(db: IDBDatabase, { onReplaced, onLost }: OpenOptions): IDBDatabase {
  db.onversionchange = () => {
    const flushed = Promise.race([
      Promise.resolve(onReplaced?.()).catch(() => {}),
      new Promise((done) => setTimeout(done, flushMilliseconds)),
    ]);
    void flushed.then(() => db.close());
  };
  db.onclose = () => onLost?.();
  return db;
}
