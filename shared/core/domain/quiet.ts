// The day after something heavy, in which nothing is celebrated or suggested. Only its end is kept, never its cause.

import type { Edit } from '../kernel/record.ts';

const quietLasts = 24 * 60 * 60 * 1000;

/** Whether `quietUntil` is still ahead of `now` (both ms since 1970). No quiet is longer than a day, whoever wrote it. */
export const isQuiet = (quietUntil: number | undefined, now: number): boolean =>
  quietUntil !== undefined && quietUntil > now && quietUntil - now <= quietLasts;

/** Begins the quiet, or begins it anew: when a day is flagged heavy. */
export const beginQuiet = (now: number): Edit => quietEdit(now + quietLasts);

/** Takes the value away once it is past: it says something about the person. */
export const endQuiet = (): Edit => quietEdit(null);

const quietEdit = (quietUntil: number | null): Edit => ({
  kind: 'settings',
  row: { name: 'settings' },
  set: { quietUntil },
});
