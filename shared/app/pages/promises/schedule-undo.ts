// Puts the rests and the end of a promise back as they were, for an undo.

import type { Commitment } from '@core/domain/commitment.ts';
import type { Edit } from '@core/kernel/record.ts';

export const scheduleAsBefore = ({ id, pausedRanges, endedOn }: Commitment): Edit => ({
  kind: 'commitment',
  row: { id },
  set: { pausedRanges: pausedRanges.map((range) => ({ ...range })), endedOn: endedOn ?? null },
});
