// Where an act of saving stands, for the words beside its button. "Saved" is said only after the ledger said so.

import type { Edit } from '@core/kernel/record.ts';
import type { Committed } from '@core/store/commit.ts';
import type { Fault } from '@core/vault/fault.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type Application, useApplication } from './application.ts';

export type SavingState =
  | { readonly type: 'resting' | 'saving' | 'saved' }
  | { readonly type: 'fault'; readonly fault: Fault };

export interface Saving {
  readonly state: ReadonlySignal<SavingState>;
  /** Answers what was committed, or nothing when it was not; `state` then says why. A second press while one is on its way does nothing. */
  save(edits: readonly Edit[], options?: { draft?: string }): Promise<Committed | undefined>;
  rest(): void;
}

function createSaving({ commit }: Pick<Application, 'commit'>): Saving {
  const state = signal<SavingState>({ type: 'resting' });
  return {
    state,
    async save(edits, options) {
      if (state.value.type === 'saving') return undefined;
      state.value = { type: 'saving' };
      const result = await commit(edits, options);
      state.value = result.ok ? { type: 'saved' } : { type: 'fault', fault: result.error };
      return result.ok ? result.value : undefined;
    },
    rest() {
      state.value = { type: 'resting' };
    },
  };
}

export function useSaving(): Saving {
  const application = useApplication();
  return useMemo(() => createSaving(application), [application]);
}
