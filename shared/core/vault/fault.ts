// What can be wrong with the storage itself. Each tag has its sentence in the word list, under `fault.<tag>`.

export type FaultTag =
  /** The disk or the quota is full. */
  | 'full'
  /** Another tab holds the old version of the database open. */
  | 'blocked'
  /** The data was made by a newer version of the product. */
  | 'newer'
  /** There was data here, and now there is none. */
  | 'gone'
  /** There is data here, and less than there was, or not the same. */
  | 'missing'
  /** The connection died and opening it again did not help. */
  | 'lost'
  /** The browser's storage does not answer. */
  | 'silent'
  /** The browser allows no storage in this window. */
  | 'denied'
  /** The store, or a row that is needed, cannot be read. */
  | 'unreadable'
  /** Bringing the database to this version did not work; it is as it was. */
  | 'upgrade'
  /** A newer version of the product has taken over the database that this page was reading. */
  | 'replaced'
  /** Other tabs kept writing first. */
  | 'busy'
  /** The vault has a lock, and its key is not here. */
  | 'locked'
  /** The vault is being moved to a new place, because its lock changes. */
  | 'moving';

export interface Fault {
  readonly type: FaultTag;
}

const moving = 'MovingError';
const replaced = 'ReplacedError';
const gone = 'GoneError';

/** To be thrown where a database turns out to be one that is being left. */
export const movingError = () => new DOMException('this database is being left', moving);

/** To be thrown where a database turns out to be of another key (`stored`: there is a header), or empty. */
export const otherVaultError = (stored: unknown) => new DOMException('another vault', stored ? replaced : gone);

/**
 * The fault behind an error that IndexedDB threw. Chromium reports a full disk as `UnknownError … NO_SPACE` on one of
 * its two engines and as `QuotaExceededError` on the other.
 */
export function faultOf(error: unknown): Fault {
  const { name = '', message = '' } = (error ?? {}) as { name?: string; message?: string };
  if (name === 'QuotaExceededError' || /NO_SPACE|disk full/i.test(message)) return { type: 'full' };
  if (name === moving) return { type: 'moving' };
  if (name === replaced) return { type: 'replaced' };
  if (name === gone) return { type: 'gone' };
  if (name === 'TimeoutError') return { type: 'silent' };
  if (name === 'VersionError') return { type: 'newer' };
  if (name === 'SecurityError') return { type: 'denied' };
  if (name === 'InvalidStateError' || name === 'AbortError' || name === 'UnknownError') return { type: 'lost' };
  return { type: 'unreadable' };
}

/** What `promise` answers, or a `TimeoutError` after `patience` ms: storage may answer never, and somebody waits. */
export async function inTime<Value>(promise: Promise<Value>, patience = 5000): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    const giveUp = () => reject(new DOMException('no answer from the storage', 'TimeoutError'));
    timer = setTimeout(giveUp, patience);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
