// Where an act of saving stands, for the words beside its button. "Saved" is said only after the ledger said so.

import type { Edit } from '@core/kernel/record.ts';
import type { Committed } from '@core/store/commit.ts';
import type { Fault } from '@core/vault/fault.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { type Application, useApplication } from './application.ts';

export type SavingState =
  | { readonly type: 'resting' | 'saving' | 'saved' }
  | { readonly type: 'fault'; readonly fault: Fault };

export interface Saving {
  /** For the record that is being made: one for the life of the form, so that no second press makes a second record. */
  readonly newId: string;
  readonly state: ReadonlySignal<SavingState>;
  /** Answers what was committed, or nothing when it was not; `state` then says why. A second press while one is on its way does nothing. */
  save(edits: readonly Edit[], options?: { draft?: string }): Promise<Committed | undefined>;
  rest(): void;
}

function createSaving({ commit, host }: Pick<Application, 'commit' | 'host'>): Saving {
  const state = signal<SavingState>({ type: 'resting' });
  return {
    newId: host.random.uuid(),
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

/**
 * For a form that goes once it has saved: a press while `save` is on its way, or after it answered true, does nothing.
 * The guard closes before the first await, where a double click would find `state` still resting.
 */
export function useOnce<Given extends readonly unknown[]>(save: (...given: Given) => Promise<boolean>) {
  const begun = useRef(false);
  return async (...given: Given): Promise<void> => {
    if (begun.current) return;
    begun.current = true;
    let done = false;
    try {
      done = await save(...given);
    } finally {
      begun.current = done;
    }
  };
}
