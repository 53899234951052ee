// Telling the other tabs that something changed. The notice carries a number and is only a hint: it may be lost, late
// or forged, so whoever hears it reads the truth again.

export interface Notices {
  send(revision: number): void;
  /** Calls `listener` when another context says that it wrote. Answers how to stop listening. */
  listen(listener: () => void): () => void;
  close(): void;
}

export function createNotices(name = 'notices'): Notices {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<() => void>();
  channel.onmessage = () => {
    for (const listener of listeners) listener();
  };
  return {
    send: (revision) => channel.postMessage(revision),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel.close(),
  };
}

/** Lets one writer of this origin work at a time. Correctness does not rest on it: it only saves repeated attempts. */
export type Serialise = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** How long to wait for another tab, which may be frozen, before trying anyway. */
const patience = 2000;

export const oneWriter: Serialise = async (work) => {
  let started = false;
  try {
    return await navigator.locks.request('writer', { signal: AbortSignal.timeout(patience) }, () => {
      started = true;
      return work();
    });
  } catch (error) {
    if (started) throw error;
    return work();
  }
};
