// What is shown after an answer or a win: a celebration where there is something to celebrate, else one honest line.

import { type DepthContext, planCelebration } from '@core/domain/celebration.ts';
import { useWords } from '@ui/words.ts';
import type { FaceActs } from './acts.ts';
import { AfterLine } from './after-line.tsx';
import { Celebration } from './celebration.tsx';
import { afterwards, type Moment, momentStage } from './moment.ts';

interface MomentViewProps {
  readonly moment: Moment;
  readonly depth: DepthContext;
  readonly acts: FaceActs;
  /** Ms since 1970: until then nothing is celebrated. */
  readonly quietUntil?: number | undefined;
  readonly now: number;
  /** On to the next thing, also after it was taken back. */
  readonly onDone: () => void;
}

export function MomentView({ moment, depth, acts, quietUntil, now, onDone }: MomentViewProps) {
  const t = useWords();
  const next = afterwards(moment);
  const undo = () =>
    moment.type === 'win' ? acts.withdrawWin(moment.of) : acts.takeBackAnswer(moment, moment.previous);

  if (next.type === 'line') {
    const question = next.line === 'afterNotKept' ? t('answer.smaller') : undefined;
    const asks = next.line !== 'afterDidNotComeUp';
    return <AfterLine {...{ moment, acts, undo, onDone, asks, question }} line={t(`answer.${next.line}`)} />;
  }
  const plan = planCelebration(next.value, momentStage(moment), depth, { quietUntil, now });
  if (plan.type === 'noted') {
    return <AfterLine {...{ moment, acts, undo, onDone }} asks={false} line={t('cel.noted')} />;
  }
  return (
    <Celebration
      {...{ plan, acts, undo, onDone }}
      value={next.value}
      act={t('cel.named', { act: t(`win.${next.act}`) })}
      win={next.act}
      of={moment.of}
      day={moment.day}
    />
  );
}
