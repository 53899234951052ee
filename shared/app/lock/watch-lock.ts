// Watches over an unlocked vault while the application is open. Where there is no lock, nothing is fetched for it.

import type { Host } from '../host.ts';

interface WatchOptions {
  readonly host: Host;
  readonly minutes: () => number;
  readonly flush: () => Promise<void>;
}

/** Answers how to stop. */
export function watchLock({ host, minutes, flush }: WatchOptions): () => void {
  let stopped = false;
  let stop = () => {};
  const { keyPlace, clock } = host;
  const begin = async () => {
    if (!(await keyPlace.read().catch(() => undefined))) return;
    const [{ watchIdle }, { lockPageNow }] = await Promise.all([import('../face/idle.ts'), import('./lock-now.ts')]);
    if (stopped) return;
    stop = watchIdle({ keyPlace, clock, minutes, onOver: () => void lockPageNow(host, flush) });
  };
  void begin();
  return () => {
    stopped = true;
    stop();
  };
}
