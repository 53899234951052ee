// What the pages about promises read.

import { type Commitment, type CommitmentState, countActive } from '@core/domain/commitment.ts';
import { parseCommitment } from '@core/domain/commitment-row.ts';
import { stateOn } from '@core/domain/due.ts';
import type { Outcome } from '@core/domain/outcome.ts';
import { parseOutcome } from '@core/domain/outcome-row.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { ok } from '@core/kernel/result.ts';
import type { Query } from '../../live.ts';
import { type Found, readAll } from '../../read-all.ts';

export const readCommitments: Query<Found<Commitment>> = (ledger) => readAll(ledger, parseCommitment, 'commitment');

export interface OnePromise {
  /** Nothing when it was deleted, or is not there. */
  readonly commitment: Commitment | undefined;
  readonly outcomes: ReadonlyMap<LocalDay, Outcome>;
  /** Promises active beside this one. */
  readonly others: ReturnType<typeof countActive>;
}

export const readOnePromise =
  (id: string, today: LocalDay): Query<OnePromise> =>
  async (ledger) => {
    const [commitments, outcomes] = await Promise.all([
      readCommitments(ledger),
      readAll(ledger, parseOutcome, 'outcome', { of: id }),
    ]);
    if (!commitments.ok) return commitments;
    if (!outcomes.ok) return outcomes;
    const all = commitments.value.items;
    return ok({
      commitment: all.find((one) => one.id === id),
      outcomes: new Map(outcomes.value.items.map((outcome) => [outcome.day, outcome])),
      others: countActive(all, today, id),
    });
  };

/** In the order of the list: what is on, what rests, what is over; in each the newest first. */
export function byState(commitments: readonly Commitment[], today: LocalDay) {
  const inState = (state: CommitmentState) =>
    commitments.filter((one) => stateOn(one, today) === state).sort((a, b) => b.madeAt - a.madeAt);
  return { active: inState('active'), paused: inState('paused'), ended: inState('ended') };
}
