// Writes down what is being typed while it is being typed: soon after the first key, and at once when the page may go.
// A draft is on the disk before anybody says "Saved", so that a crash costs at most a few words.

import type { Clock } from '@core/kernel/clock.ts';
import type { Fields } from '@core/kernel/record.ts';
import type { Draft } from '@core/store/drafts.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attention } from './attention.ts';

export interface Drafting {
  /** Something was typed. */
  touch(): void;
  /** Writes what is pending; resolves when nothing is on its way any more. */
  flush(): Promise<void>;
  /** Forgets what is pending and waits for what is on its way. Call it before the commit that drops the draft. */
  settle(): Promise<void>;
  /** What stands on the screen and could not be put away. */
  unsaved(): Draft | undefined;
  /** Why the newest words could not be put away, if they could not. */
  readonly fault: ReadonlySignal<Fault | undefined>;
  /** Writes what is pending and stops listening. */
  stop(): Promise<void>;
}

interface DraftingOptions {
  readonly ledger: Pick<Ledger, 'saveDraft' | 'dropDraft'>;
  readonly attention: Attention;
  readonly clock: Clock;
  readonly key: string;
  /** What stands on the screen now; nothing when there is nothing worth keeping. */
  read(): Fields | undefined;
  /** Milliseconds from the first key that is not put away yet: steady typing must not put the write off. */
  readonly pause?: number;
}

export function createDrafting({ ledger, attention, clock, key, read, pause = 300 }: DraftingOptions): Drafting {
  const fault = signal<Fault | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending = false;
  let writing: Promise<void> | undefined;

  const write = async () => {
    while (pending) {
      pending = false;
      const fields = read();
      const result = fields ? await ledger.saveDraft(key, fields) : await ledger.dropDraft(key);
      fault.value = result.ok ? undefined : result.error;
    }
  };
  const stopWaiting = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = () => {
    stopWaiting();
    // One writer at a time: a slow write of older words must not land on top of newer ones.
    writing ??= write().finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const stopListening = attention.onLeave(() => void flush());
  return {
    touch() {
      pending = true;
      timer ??= setTimeout(() => void flush(), pause);
    },
    flush,
    async settle() {
      stopWaiting();
      pending = false;
      await writing;
    },
    unsaved() {
      const fields = pending || fault.value ? read() : undefined;
      return fields && { key, fields, savedAt: clock.now() };
    },
    fault,
    stop() {
      stopListening();
      return flush();
    },
  };
}
