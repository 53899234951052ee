// Changing the lock, as a page shows it: progress, then every page of the product loads itself again.

import { defaultSettings } from '@core/domain/settings.ts';
import { err, type Result } from '@core/kernel/result.ts';
import type { LockWish } from '@core/store/lock.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { reloadAll } from '../../face/leave.ts';

export interface Relock {
  /** 0 to 1 while it is on its way. */
  readonly progress: number | undefined;
  readonly fault: Fault | undefined;
  change(wish: LockWish): Promise<void>;
}

export function useRelock(): Relock {
  const { host, ledger, router, flush, today } = useApplication();
  const [progress, setProgress] = useState<number>();
  const [fault, setFault] = useState<Fault>();
  return {
    progress,
    fault,
    async change(wish) {
      if (progress !== undefined) return;
      setFault(undefined);
      setProgress(0);
      await flush();
      const onProgress = (done: number, of: number) => setProgress(of === 0 ? 1 : done / of);
      const changed = await attempt(async () => {
        const { lockAfter } = today.reading.peek().value?.settings ?? defaultSettings;
        const tools = await (await host.lock()).tools(lockAfter);
        return ledger.changeLock(wish, { ...tools, onProgress });
      });
      if (!changed.ok) {
        setProgress(undefined);
        return setFault(changed.error);
      }
      router.replace('settings');
      reloadAll();
    },
  };
}

/** A part of the page that did not come, or a device without the memory for the key: nothing was begun then. */
async function attempt(act: () => Promise<Result<void, Fault>>): Promise<Result<void, Fault>> {
  try {
    return await act();
  } catch {
    return err({ type: 'replaced' });
  }
}
