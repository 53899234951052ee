// The honest result of one promise on one day. Telling early counts as kept; a truthful "not kept" costs nothing.

import type { LocalDay } from '../kernel/local-day.ts';

/** In the order of the buttons. */
export const results = ['kept', 'partly', 'changedWithNotice', 'notKept', 'didNotComeUp'] as const;

export type OutcomeResult = (typeof results)[number];

export interface Outcome {
  readonly id: string;
  /** The promise. */
  readonly of: string;
  /** The day that stood on the screen. */
  readonly day: LocalDay;
  readonly result: OutcomeResult;
  readonly note?: string;
  readonly deleted: boolean;
  readonly editedAt: number;
}
