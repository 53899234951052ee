// One backup on its way: how far it is, and what came of it.

import type { Fault } from '@core/vault/fault.ts';
import { useState } from 'preact/hooks';
import type { BackedUp, BackingUp, BackupTrouble } from '../../backup/back-up.ts';

export interface BackingUpState {
  /** 0 to 1 while it is being made. */
  readonly share?: number;
  readonly made?: BackedUp;
  readonly trouble?: Fault | BackupTrouble;
}

export function useBackingUp(onMade: () => void) {
  const [state, setState] = useState<BackingUpState>({});
  /** A second press while one is on its way does nothing. */
  const run = async (work: (onProgress: (share: number) => void) => Promise<BackingUp>): Promise<boolean> => {
    if (state.share !== undefined) return false;
    setState({ share: 0 });
    await new Promise((painted) => setTimeout(painted, 50)); // what comes next keeps the page busy for a second
    const made = await work((share) => setState({ share }));
    setState(made.ok ? { made: made.value } : { trouble: made.error });
    if (made.ok) onMade();
    return made.ok;
  };
  return { state, run };
}
