// Writes down what is being typed while it is being typed. Each change is sealed at once and is on the disk a moment later;
// when the page may go, what was sealed last is put away without waiting for anything.

import type { Clock } from '@core/kernel/clock.ts';
import type { Fields } from '@core/kernel/record.ts';
import type { Draft, SealedDraft } from '@core/store/drafts.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attention } from './attention.ts';

export interface Drafting {
  /** Something was typed. */
  touch(): void;
  /** Writes what is pending; resolves when nothing is on its way any more. */
  flush(): Promise<void>;
  /**
   * Call it before the commit that drops the draft: the words are on the disk until the commit is there in their
   * place, and no older write can land after it.
   */
  settle(): Promise<void>;
  /** What stands on the screen and could not be put away. */
  unsaved(): Draft | undefined;
  /** Why the newest words could not be put away, if they could not. */
  readonly fault: ReadonlySignal<Fault | undefined>;
  /** Writes what is pending and stops listening. */
  stop(): Promise<void>;
}

interface DraftingOptions {
  readonly ledger: Pick<Ledger, 'sealDraft'>;
  readonly attention: Attention;
  readonly clock: Clock;
  readonly key: string;
  /** What stands on the screen now; nothing when there is nothing worth keeping. */
  read(): Fields | undefined;
  /** Milliseconds between two writes while somebody types: the first key is written at once. */
  readonly pause?: number;
}

export function createDrafting({ ledger, attention, clock, key, read, pause = 300 }: DraftingOptions): Drafting {
  const fault = signal<Fault | undefined>(undefined);
  let changed = false; // since the words were sealed last
  let sealed: SealedDraft | undefined; // the newest words that are not on their way to the disk yet
  let sealing: Promise<void> | undefined;
  let writing: Promise<void> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const sealNewest = async () => {
    await undefined; // what the same key changed elsewhere on the page is to be read as well
    while (changed) {
      changed = false;
      const result = await ledger.sealDraft(key, read());
      if (result.ok) sealed = result.value;
      else fault.value = result.error;
    }
    sealing = undefined;
  };
  const seal = () => {
    if (changed) sealing ??= sealNewest();
    return sealing;
  };
  /** Begins before its first await: a page that goes has no time for one. */
  const put = async () => {
    const newest = sealed;
    sealed = undefined;
    const result = await newest?.put();
    if (result) fault.value = result.ok ? undefined : result.error;
  };
  const write = async () => {
    do {
      await seal();
      await put();
    } while (changed || sealed);
    writing = undefined;
  };
  // One writer at a time: a slow write of older words must not land on top of newer ones.
  const flush = () => {
    writing ??= write();
    return writing;
  };
  const writeAndRest = () => {
    void flush();
    resting = setTimeout(() => {
      resting = undefined;
      if (changed || sealing || sealed) writeAndRest();
    }, pause);
  };
  const stopListening = attention.onLeave(() => {
    void put();
    void flush();
  });
  return {
    touch() {
      changed = true;
      void seal();
      if (resting === undefined) writeAndRest();
    },
    flush,
    settle: flush,
    unsaved() {
      const fields = changed || sealed || fault.value ? read() : undefined;
      return fields && { key, fields, savedAt: clock.now() };
    },
    fault,
    stop() {
      stopListening();
      clearTimeout(resting);
      return flush();
    },
  };
}
