// The own words of celebrations, by the win or the answer that they belong to.

import type { Celebration } from '@core/domain/celebration.ts';
import { parseCelebration } from '@core/domain/celebration-row.ts';
import { type LocalDay, monthOf } from '@core/kernel/local-day.ts';
import { ok, type Result } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';
import { readAll } from '../read-all.ts';

export type Worded = Celebration & { readonly ownWords: string };

export interface OwnWordsFound {
  /** By id of the win or outcome; the first written first. */
  readonly wordsOf: ReadonlyMap<string, readonly Worded[]>;
  readonly unread: number;
}

/** One look for each month that `days` lie in, however many days those are: a celebration carries the day of its act. */
export async function readOwnWords(
  ledger: Pick<Ledger, 'listing'>,
  days: readonly LocalDay[],
): Promise<Result<OwnWordsFound, Fault>> {
  const wordsOf = new Map<string, readonly Worded[]>();
  let unread = 0;
  for (const month of new Set(days.map(monthOf))) {
    const found = await readAll(ledger, parseCelebration, 'celebration', { month });
    if (!found.ok) return found;
    unread += found.value.unread;
    for (const one of found.value.items.filter(hasWords).sort((a, b) => a.editedAt - b.editedAt)) {
      wordsOf.set(one.of, [...(wordsOf.get(one.of) ?? []), one]);
    }
  }
  return ok({ wordsOf, unread });
}

const hasWords = (celebration: Celebration): celebration is Worded => celebration.ownWords !== undefined;
