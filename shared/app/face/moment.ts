// The moment after something was saved: which act it was, and what is said about it.

import { celebratedAct, linesAfter } from '@core/domain/answer.ts';
import { stageOf } from '@core/domain/celebration.ts';
import type { Outcome, OutcomeResult } from '@core/domain/outcome.ts';
import type { TodayCommitment } from '@core/domain/today.ts';
import type { Value } from '@core/domain/value.ts';
import { valueOfWin, type WinType } from '@core/domain/win.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';

/** What stood there before an answer was given over it. */
export type Previous = Pick<Outcome, 'result' | 'note'>;

/** `of` is the id of the saved outcome or win, `day` the one that stood on the screen. */
export type Moment =
  | {
      readonly type: 'answer';
      readonly commitment: TodayCommitment;
      readonly result: OutcomeResult;
      readonly of: string;
      readonly day: LocalDay;
      /** Nothing for a first answer. */
      readonly previous: Previous | undefined;
    }
  | { readonly type: 'win'; readonly win: WinType; readonly of: string; readonly day: LocalDay };

export type Afterwards =
  | { readonly type: 'celebrate'; readonly act: WinType; readonly value: Value; readonly startsOn?: LocalDay }
  | { readonly type: 'line'; readonly line: (typeof linesAfter)[keyof typeof linesAfter] };

/** A promise is celebrated for its own value; telling early is celebrated as honesty. */
export function afterwards(moment: Moment): Afterwards {
  if (moment.type === 'win') return { type: 'celebrate', act: moment.win, value: valueOfWin(moment.win) };
  const { result, commitment } = moment;
  if (result !== 'kept' && result !== 'changedWithNotice') return { type: 'line', line: linesAfter[result] };
  const act = celebratedAct(result) ?? 'followedThrough';
  const value = result === 'kept' ? commitment.value : 'honesty';
  return { type: 'celebrate', act, value, startsOn: commitment.startsOn };
}

export const momentStage = (moment: Moment) =>
  stageOf(moment.type === 'answer' ? moment.commitment.startsOn : undefined, moment.day);
