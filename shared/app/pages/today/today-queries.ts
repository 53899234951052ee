// What Today reads beside its one row.

import type { Today } from '@core/domain/today.ts';
import { addDays, type LocalDay } from '@core/kernel/local-day.ts';
import { ok } from '@core/kernel/result.ts';
import type { Query } from '../../live.ts';

/** Kinds that carry the day on which somebody was here with something to write down. Openings leave no trace. */
const kinds = ['commitment', 'outcome', 'win', 'appreciation', 'journalEntry'] as const;
const daysAway = 3;

/** Whether the one row already shows somebody who was here within those days. */
export function wasHere(today: Today, day: LocalDay, now: number): boolean {
  const answered = Object.keys(today.answers).some((key) => key.slice(-day.length) > addDays(day, -daysAway));
  // Two whole days, in any time zone, lie within the three that count.
  return answered || today.commitments.some(({ madeAt }) => now - madeAt < 2 * 86_400_000);
}

/** Whether the newest record is three or more days old. Read from the days of records, never from openings. */
export const readAbsence =
  (today: LocalDay): Query<boolean> =>
  async ({ count }) => {
    const recently = kinds.flatMap((kind) =>
      Array.from({ length: daysAway }, (_, back) => count(kind, { day: addDays(today, -back) })),
    );
    for (const counted of await Promise.all(recently)) {
      if (!counted.ok) return counted;
      if (counted.value > 0) return ok(false);
    }
    for (const counted of await Promise.all(kinds.map((kind) => count(kind)))) {
      if (!counted.ok) return counted;
      if (counted.value > 0) return ok(true);
    }
    return ok(false);
  };
