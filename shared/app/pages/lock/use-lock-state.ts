import type { LockState } from '@core/store/lock.ts';
import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';

/** Nothing until it is known, or where it cannot be read. */
export function useLockState(): LockState | undefined {
  const { host } = useApplication();
  const [state, setState] = useState<LockState>();
  useEffect(() => {
    let wanted = true;
    void host
      .lock()
      .then((lock) => lock.state())
      .then((read) => wanted && read.ok && setState(read.value));
    return () => {
      wanted = false;
    };
  }, [host]);
  return state;
}
