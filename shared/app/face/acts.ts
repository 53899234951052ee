// What the person can do on the new tab and in the popup. Each act resolves with `ok` only after it is on the disk.

import { type Answer, answerEdits, withdrawAnswer } from '@core/domain/answer.ts';
import { type CelebrationInput, type DepthContext, newCelebration } from '@core/domain/celebration.ts';
import { deleteWin, newWin, type WinInput } from '@core/domain/win.ts';
import type { Clock } from '@core/kernel/clock.ts';
import { actAt, type LocalDay } from '@core/kernel/local-day.ts';
import type { Random } from '@core/kernel/random.ts';
import type { Edit } from '@core/kernel/record.ts';
import { ok, type Result } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';
import { depthOf } from './depth.ts';
import type { Moment } from './moment.ts';

type Done<Value = void> = Promise<Result<Value, Fault>>;

export interface FaceActs {
  /** Answers with the id of the outcome. */
  answer(answer: Answer): Done<string>;
  withdrawAnswer(commitmentId: string, day: LocalDay): Done;
  /** Answers with the id of the win. */
  logWin(input: WinInput): Done<string>;
  withdrawWin(id: string): Done;
  /** Saves the celebration, or more of it: the id is the caller's, so that own words join the prompt that was chosen. */
  celebrate(input: CelebrationInput, id: string): Done;
  newId(): string;
  /** What the history says about this moment; nothing when it cannot be read, because a line less is no harm. */
  depth(moment: Moment): Promise<DepthContext>;
}

export function createFaceActs(ledger: Ledger, clock: Clock, random: Random): FaceActs {
  const commit = async (edits: readonly Edit[]): Done<string> => {
    const committed = await ledger.commit(edits);
    return committed.ok ? ok(committed.value.ids[0] ?? '') : committed;
  };
  const silently = async (edits: readonly Edit[]): Done => {
    const committed = await commit(edits);
    return committed.ok ? ok(undefined) : committed;
  };
  return {
    answer: (answer) => commit(answerEdits(answer, actAt(clock))),
    withdrawAnswer: (commitmentId, day) => silently(withdrawAnswer(commitmentId, day)),
    logWin: (input) => commit([newWin(input, actAt(clock), random.uuid())]),
    withdrawWin: (id) => silently([deleteWin(id)]),
    celebrate: (input, id) => silently([newCelebration(input, actAt(clock), id)]),
    newId: () => random.uuid(),
    depth: (moment) => depthOf(ledger, moment),
  };
}
