// Puts the rests, the end and the days of a promise back as they were, for an undo.

import type { Commitment } from '@core/domain/commitment.ts';
import type { Edit } from '@core/kernel/record.ts';

export const scheduleAsBefore = ({ id, pausedRanges, endedOn }: Commitment): Edit => ({
  kind: 'commitment',
  row: { id },
  set: { pausedRanges: pausedRanges.map((range) => ({ ...range })), endedOn: endedOn ?? null },
});

/** With its first and last day, where the act has moved those too. */
export function daysAsBefore(commitment: Commitment): Edit {
  const { startsOn, endsOn } = commitment;
  const edit = scheduleAsBefore(commitment);
  return { ...edit, set: { ...edit.set, startsOn, endsOn } };
}
