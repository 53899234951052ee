// A query that stays true: a signal that is read again after every change here, a notice from elsewhere, and a return
// to the page.

import type { Result } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attention } from './attention.ts';

/** What was read last, and what went wrong since. Both may be there: old values stay in sight during a fault. */
export interface Reading<Value> {
  readonly value?: Value;
  readonly fault?: Fault;
}

export type Query<Value> = (ledger: Ledger) => Promise<Result<Value, Fault>>;

export interface Live<Value> {
  readonly reading: ReadonlySignal<Reading<Value>>;
  /** Reads once more; resolves when the signal is up to date. */
  refresh(): Promise<void>;
  /** Begins to read and to listen. Answers how to stop. */
  start(): () => void;
}

export function createLive<Value>(ledger: Ledger, attention: Attention, query: Query<Value>): Live<Value> {
  const reading = signal<Reading<Value>>({});
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const readUntilQuiet = async () => {
    do {
      again = false;
      const result = await query(ledger);
      if (stopped) return;
      reading.value = result.ok ? { value: result.value } : { ...reading.value, fault: result.error };
    } while (again);
  };
  // A change that comes during a read makes that read old: it is repeated, never run beside itself.
  const refresh = () => {
    again = true;
    running ??= readUntilQuiet().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    reading,
    refresh,
    start() {
      stopped = false;
      void refresh();
      const ends = [ledger.onChange(() => void refresh()), attention.onReturn(() => void refresh())];
      return () => {
        stopped = true;
        for (const end of ends) end();
      };
    },
  };
}
