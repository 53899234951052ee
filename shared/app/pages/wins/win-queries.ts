// What the page of wins reads: the wins and the kind acts noticed, together by day.

import type { Appreciation } from '@core/domain/appreciation.ts';
import { parseAppreciation } from '@core/domain/appreciation-row.ts';
import type { Win } from '@core/domain/win.ts';
import { parseWin } from '@core/domain/win-row.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { ok } from '@core/kernel/result.ts';
import type { Query } from '../../live.ts';
import { type LookBack, lookBack } from '../../look-back.ts';
import { type OwnWordsFound, readOwnWords } from '../own-words-queries.ts';

export type Noticed =
  | { readonly kind: 'win'; readonly day: LocalDay; readonly win: Win }
  | { readonly kind: 'appreciation'; readonly day: LocalDay; readonly appreciation: Appreciation };

export interface NoticedBack extends LookBack<Noticed>, Pick<OwnWordsFound, 'wordsOf'> {}

export const readNoticed =
  (today: LocalDay, most: number): Query<NoticedBack> =>
  async (ledger) => {
    const noticed = await lookBack<Noticed>(ledger, {
      today,
      most,
      sources: [
        {
          kind: 'win',
          parse: (row) => {
            const parsed = parseWin(row);
            return parsed.ok ? ok({ kind: 'win', day: parsed.value.day, win: parsed.value }) : parsed;
          },
        },
        {
          kind: 'appreciation',
          parse: (row) => {
            const parsed = parseAppreciation(row);
            return parsed.ok ? ok({ kind: 'appreciation', day: parsed.value.day, appreciation: parsed.value }) : parsed;
          },
        },
      ],
    });
    if (!noticed.ok) return noticed;
    const words = await readOwnWords(
      ledger,
      noticed.value.days.map(({ day }) => day),
    );
    if (!words.ok) return words;
    const { wordsOf, unread } = words.value;
    return ok({ ...noticed.value, wordsOf, unread: noticed.value.unread + unread });
  };
