// What is shown after a win or a kept promise: it deepens, never gets louder, and fades by design.
// Source: practices, wins and celebration; prize rewards lose their effect within six months (Benishek 2014).

import { type Act, daysBetween, type LocalDay } from '../kernel/local-day.ts';
import type { Edit } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { checkForm, type FieldError } from './input.ts';
import { limits } from './limits.ts';
import { isQuiet } from './quiet.ts';
import type { Value } from './value.ts';
import { whenOf } from './when.ts';

/** Three sentences for each value; the person taps the one that is true today, or none. */
export type PromptKey = `${Value}${'A' | 'B' | 'C'}`;

/** Ways to mark it oneself, once the product steps back. */
export const markKeys = ['markTea', 'markMusic', 'markWalk', 'markCall', 'markNothing'] as const;
export type MarkKey = (typeof markKeys)[number];

/** Who celebrates: the product, the person alone, the person aloud to somebody. */
export const stages = ['app', 'self', 'shared'] as const;
export type Stage = (typeof stages)[number];

/** From shallow to deep. */
export const depthKeys = ['first', 'thirdThisWeek', 'afterHeavyDay', 'aMonth'] as const;
export type DepthKey = (typeof depthKeys)[number];

export interface Celebration {
  readonly id: string;
  /** The win or the outcome. */
  readonly of: string;
  readonly day: LocalDay;
  readonly stage: Stage;
  readonly promptKey?: string;
  readonly ownWords?: string;
  readonly deleted: boolean;
  readonly editedAt: number;
}

export interface CelebrationInput extends Pick<Celebration, 'of' | 'day' | 'stage'> {
  readonly promptKey?: PromptKey | MarkKey;
  /** Checked by `ownWordsInput`. */
  readonly ownWords?: string;
}

export interface DepthContext {
  readonly isFirstOfType: boolean;
  /** Of its type, this one included. */
  readonly countInLast7Days: number;
  /** The first since a day that was flagged heavy. */
  readonly afterHeavyDay: boolean;
  /** Days since the promise began; absent for a win. */
  readonly promiseAgeDays?: number;
  /** The deepest line that this promise or type has had: a shallower one does not follow it. */
  readonly deepestSoFar?: DepthKey;
}

export type CelebrationPlan =
  | { readonly type: 'noted' }
  | {
      readonly type: 'full';
      readonly stage: Stage;
      readonly prompts: readonly PromptKey[];
      readonly marks: readonly MarkKey[];
      readonly depth?: DepthKey;
    };

export const quietMilliseconds = 10_000;

/** What to show for an act of `value`. In quiet hours after something heavy only "Noted."; `now` in ms since 1970. */
export function planCelebration(
  value: Value,
  stage: Stage,
  context: DepthContext,
  { quietUntil, now }: { readonly quietUntil?: number | undefined; readonly now: number },
): CelebrationPlan {
  if (isQuiet(quietUntil, now)) return { type: 'noted' };
  const depth = depthLine(context);
  const prompts = stage === 'app' ? promptKeys(value) : [];
  return { type: 'full', stage, prompts, marks: stage === 'self' ? markKeys : [], ...(depth && { depth }) };
}

export const promptKeys = (value: Value): readonly [PromptKey, PromptKey, PromptKey] => [
  `${value}A`,
  `${value}B`,
  `${value}C`,
];

/** By the age of the promise in days: 0–21 `app`, 22–42 `self`, then `shared`. A win without a promise is `app`. */
export function stageOf(startsOn: LocalDay | undefined, day: LocalDay): Stage {
  const age = startsOn === undefined ? 0 : daysBetween(startsOn, day);
  if (age <= 21) return 'app';
  return age <= 42 ? 'self' : 'shared';
}

/** The person may go back a stage at any time. */
export const stageBefore = (stage: Stage): Stage => (stage === 'shared' ? 'self' : 'app');

/** The deepest line that is true, unless a deeper one was there before. Depth never decreases. */
export function depthLine(context: DepthContext): DepthKey | undefined {
  const { isFirstOfType, countInLast7Days, afterHeavyDay, promiseAgeDays = 0, deepestSoFar } = context;
  const isTrue: Record<DepthKey, boolean> = {
    first: isFirstOfType,
    thirdThisWeek: countInLast7Days === 3,
    afterHeavyDay,
    // A week long, so that a promise that is not daily meets it; later "a month" would be untrue.
    aMonth: promiseAgeDays >= 30 && promiseAgeDays < 37,
  };
  const depth = depthKeys.findLast((key) => isTrue[key]);
  const floor = deepestSoFar === undefined ? 0 : depthKeys.indexOf(deepestSoFar);
  return depth !== undefined && depthKeys.indexOf(depth) >= floor ? depth : undefined;
}

/** Own words, if any. Error: `tooLong`. */
export function ownWordsInput(raw: unknown): Result<{ ownWords?: string }, FieldError<'ownWords'>[]> {
  const check = checkForm<'ownWords'>();
  const ownWords = check.optionalBody('ownWords', raw, limits.note);
  return check.result(ownWords === undefined ? {} : { ownWords });
}

export const newCelebration = (input: CelebrationInput, act: Act, id: string): Edit => ({
  kind: 'celebration',
  row: { id },
  set: {
    ...{ of: input.of, day: input.day, stage: input.stage },
    ...{ promptKey: input.promptKey ?? null, ownWords: input.ownWords ?? null },
    ...whenOf(act),
    deleted: false,
  },
});

/** Other own words, or none. What was chosen beside them stays. `ownWords` is checked by `ownWordsInput`. */
export const changeOwnWords = (id: string, ownWords: string | undefined): Edit => ({
  kind: 'celebration',
  row: { id },
  set: { ownWords: ownWords ?? null },
});
