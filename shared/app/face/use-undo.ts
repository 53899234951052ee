// Taking back what was just saved: on to the next thing when it worked, the fault on the screen when it did not.

import type { Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useState } from 'preact/hooks';

export type UndoAct = () => Promise<Result<void, Fault>>;

export function useUndo(undo: UndoAct, onDone: () => void) {
  const [fault, setFault] = useState<Fault>();
  const takeBack = async () => {
    const withdrawn = await undo();
    if (withdrawn.ok) onDone();
    else setFault(withdrawn.error);
  };
  return { fault, setFault, takeBack: () => void takeBack() };
}
