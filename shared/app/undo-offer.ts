// The last thing that can be taken back, in memory only.

import type { Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import { type ReadonlySignal, signal } from '@preact/signals';

export interface UndoOffer {
  /** What was done, as a sentence. */
  readonly done: string;
  /** Takes it back; absent where something was only said. */
  readonly undo?: () => Promise<Result<unknown, Fault>>;
}

export interface UndoDesk {
  readonly offer: ReadonlySignal<UndoOffer | undefined>;
  propose(offer: UndoOffer): void;
  /** Takes the offer away, unless another one has come since. */
  forget(offer: UndoOffer): void;
}

export function createUndoDesk(): UndoDesk {
  const offer = signal<UndoOffer | undefined>(undefined);
  return {
    offer,
    propose: (next) => {
      offer.value = next;
    },
    forget: (one) => {
      if (offer.peek() === one) offer.value = undefined;
    },
  };
}
