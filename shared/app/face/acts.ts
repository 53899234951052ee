// What the person can do on the new tab and in the popup. Each act resolves with `ok` only after it is on the disk.

import { type Answer, answerEdits, withdrawAnswer } from '@core/domain/answer.ts';
import { type CelebrationInput, type DepthContext, newCelebration } from '@core/domain/celebration.ts';
import { parseOutcome } from '@core/domain/outcome-row.ts';
import { deleteWin, newWin, type WinInput } from '@core/domain/win.ts';
import type { Clock } from '@core/kernel/clock.ts';
import { actAt } from '@core/kernel/local-day.ts';
import type { Random } from '@core/kernel/random.ts';
import type { Edit } from '@core/kernel/record.ts';
import { ok, type Result } from '@core/kernel/result.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';
import { depthOf } from './depth.ts';
import type { Moment, Previous } from './moment.ts';

type Done<Value = void> = Promise<Result<Value, Fault>>;

export interface Answered {
  /** Id of the outcome. */
  readonly of: string;
  readonly previous: Previous | undefined;
}

export interface FaceActs {
  /** `draft` of this and the other acts: a draft that is dropped with it. */
  answer(answer: Answer, draft?: string): Done<Answered>;
  /** Writes back what stood there before; without that there is no answer again. */
  takeBackAnswer(answer: Pick<Answer, 'commitment' | 'day'>, previous: Previous | undefined): Done;
  /** Answers with the id of the win. */
  logWin(input: WinInput): Done<string>;
  withdrawWin(id: string): Done;
  /** Saves the celebration, or more of it: the id is the caller's, so that own words join the prompt that was chosen. */
  celebrate(input: CelebrationInput, id: string, draft?: string): Done;
  newId(): string;
  /** What the history says about this moment; nothing when it cannot be read, because a line less is no harm. */
  depth(moment: Moment): Promise<DepthContext>;
}

export function createFaceActs(ledger: Ledger, clock: Clock, random: Random): FaceActs {
  const commit = async (edits: readonly Edit[], draft?: string): Done<string> => {
    const committed = await ledger.commit(edits, draft === undefined ? {} : { draft });
    return committed.ok ? ok(committed.value.ids[0] ?? '') : committed;
  };
  const silently = async (edits: readonly Edit[], draft?: string): Done => {
    const committed = await commit(edits, draft);
    return committed.ok ? ok(undefined) : committed;
  };
  return {
    async answer(answer, draft) {
      const previous = await standing(ledger, answer);
      if (!previous.ok) return previous;
      const saved = await commit(answerEdits(answer, actAt(clock)), draft);
      return saved.ok ? ok({ of: saved.value, previous: previous.value }) : saved;
    },
    takeBackAnswer({ commitment, day }, previous) {
      if (!previous) return silently(withdrawAnswer(commitment.id, day));
      const { result, note = '' } = previous;
      return silently(answerEdits({ commitment, day, result, note }, actAt(clock)));
    },
    logWin: (input) => commit([newWin(input, actAt(clock), random.uuid())]),
    withdrawWin: (id) => silently([deleteWin(id)]),
    celebrate: (input, id, draft) => silently([newCelebration(input, actAt(clock), id)], draft),
    newId: () => random.uuid(),
    depth: (moment) => depthOf(ledger, moment),
  };
}

/** The answer that stands for a promise on a day. */
async function standing(ledger: Ledger, { commitment, day }: Answer): Done<Previous | undefined> {
  const found = await ledger.list('outcome', { day });
  if (!found.ok) return found;
  const row = found.value.find(({ fields }) => fields['of'] === commitment.id);
  const outcome = row && parseOutcome(row);
  return ok(outcome?.ok ? outcome.value : undefined);
}
