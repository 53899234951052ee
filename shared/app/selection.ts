// What is chosen on a page: ids, in memory only. After a reload nothing is chosen, and pages fall back to their
// lists; that is the price for never writing an id into an address.

import type { LocalDay } from '@core/kernel/local-day.ts';
import { type Signal, signal } from '@preact/signals';

export interface Selection {
  /** Id of the promise that is looked at. */
  readonly promise: Signal<string | undefined>;
  /** The day of that promise that is opened with it. Taken away when it opens. */
  readonly day: Signal<LocalDay | undefined>;
  /** Key of the starter that a new promise begins with. */
  readonly starter: Signal<string | undefined>;
  /** Where saving a new promise leads. */
  readonly promiseHome: Signal<'promises' | 'today'>;
  /** Id of the win or the kind act that is being changed. */
  readonly noticed: Signal<string | undefined>;
  /** Id of the journal entry that is looked at. */
  readonly entry: Signal<string | undefined>;
  /** What the next sheet to write on begins with; nothing for a new entry. Taken away when it opens. */
  readonly writing: Signal<{ readonly entry?: string; readonly draft?: string } | undefined>;
}

export const createSelection = (): Selection => ({
  promise: signal(undefined),
  day: signal(undefined),
  starter: signal(undefined),
  promiseHome: signal<'promises' | 'today'>('promises'),
  noticed: signal(undefined),
  entry: signal(undefined),
  writing: signal(undefined),
});
