// One promise on one day: its words, the five answers, and what is said after one of them.

import type { OutcomeResult } from '@core/domain/outcome.ts';
import type { TodayCommitment } from '@core/domain/today.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useId, useState } from 'preact/hooks';
import { Answers } from '../../face/answers.tsx';
import { useKeptFocus } from '../../face/kept-focus.ts';
import { sentenceOf, timeBeside } from '../../face/promise-words.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { AfterAct } from '../after-act.tsx';
import { useMoments } from '../use-moments.ts';

interface PromiseCardProps {
  readonly commitment: TodayCommitment;
  /** The day that the answer counts for: the one that stands on the screen. */
  readonly day: LocalDay;
  readonly answer: OutcomeResult | undefined;
  /** What was said about the answer is over. */
  readonly onDone?: () => void;
}

export function PromiseCard({ commitment, day, answer, onDone }: PromiseCardProps) {
  const t = useWords();
  const id = useId();
  const answering = useMoments();
  const [changing, setChanging] = useState(false);
  const { shown } = answering;
  const time = timeBeside(commitment, t);
  // While an answer is on its way its row may already be read again: what is said about it comes first.
  const rests = answer !== undefined && !changing && !answering.busy;
  const phase = shown ? 'moment' : rests ? 'answered' : 'open';
  const place = useKeptFocus(phase);

  const choose = async (result: OutcomeResult) => {
    await answering.run(
      (acts) => acts.answer({ commitment, day, result }),
      (saved) => ({ type: 'answer', commitment, result, day, ...saved }),
    );
    setChanging(false);
  };
  const done = () => {
    answering.end();
    onDone?.();
  };
  return (
    <article class="stack promise-card" aria-labelledby={id} ref={place} tabIndex={-1}>
      <div class="promise-head">
        <h3 id={id} class="own-words promise-large">
          <bdi>{sentenceOf(commitment, t)}</bdi>
        </h3>
        {time && <p class="soft">{time}</p>}
      </div>
      {phase === 'open' && (
        <Answers labelledBy={id} chosen={answer} busy={answering.busy} onAnswer={(result) => void choose(result)} />
      )}
      {phase === 'answered' && answer && (
        <p class="cluster answered">
          <span>{t(`answer.${answer}`)}</span>
          <Button kind="quiet" onClick={() => setChanging(true)}>
            {t('today.change')}
          </Button>
        </p>
      )}
      {answering.trouble && <FaultNotice fault={answering.trouble.fault} onRetry={answering.trouble.again} />}
      {shown && <AfterAct shown={shown} onDone={done} />}
    </article>
  );
}
