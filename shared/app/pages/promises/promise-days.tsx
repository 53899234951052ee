// The days of a promise and what was said about each. Any past day can be answered, or answered anew, for ever.

import type { Commitment } from '@core/domain/commitment.ts';
import type { Outcome } from '@core/domain/outcome.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useId, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { dayName } from '../../day-words.ts';
import { useKeptFocus } from '../../face/kept-focus.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useLive } from '../../use-live.ts';
import { OwnWordsAgain } from '../own-words-again.tsx';
import { readOwnWords } from '../own-words-queries.ts';
import { DayAnswer } from './day-answer.tsx';
import { type DueDay, dueDays } from './due-days.ts';

const atOnce = 14;

interface PromiseDaysProps {
  readonly commitment: Commitment;
  readonly outcomes: ReadonlyMap<LocalDay, Outcome>;
}

export function PromiseDays({ commitment, outcomes }: PromiseDaysProps) {
  const t = useWords();
  const { days, today: row, selection } = useApplication();
  const [most, setMost] = useState(atOnce);
  const [asked] = useState(() => selection.day.peek());
  const [open, setOpen] = useState(asked);
  useEffect(() => {
    selection.day.value = undefined; // taken away at once, so that the promise next looked at opens closed
  }, [selection]);
  const place = useKeptFocus(open);
  const id = useId();
  const today = days.shown.value;
  const weekStart = row.reading.value.value?.settings.weekStart ?? 1;
  const found = dueDays({ commitment, outcomes, today, weekStart, most, atLeastTo: asked });
  const answered = found.days.flatMap(({ day, outcome }) => (outcome ? [day] : []));
  const { value: words, fault, refresh } = useLive((ledger) => readOwnWords(ledger, answered), [answered.join(' ')]);

  return (
    <section class="stack section" aria-labelledby={id} ref={place} tabIndex={-1}>
      <h2 id={id}>{t('promises.days')}</h2>
      {fault && <FaultNotice fault={fault} onRetry={() => void refresh()} />}
      {found.days.length === 0 && <p class="soft">{t('promises.noDays')}</p>}
      <ul class="ruled">
        {found.days.map((one) => (
          <li key={one.day}>
            <DayLine
              {...one}
              commitment={commitment}
              isOpen={open === one.day}
              onToggle={() => setOpen(open === one.day ? undefined : one.day)}
            />
            <OwnWordsAgain words={one.outcome && words?.wordsOf.get(one.outcome.id)} />
          </li>
        ))}
      </ul>
      {found.more && <Button onClick={() => setMost(most + atOnce)}>{t('list.earlier')}</Button>}
    </section>
  );
}

interface DayLineProps extends DueDay {
  readonly commitment: Commitment;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function DayLine({ commitment, day, outcome, isOpen, onToggle }: DayLineProps) {
  const t = useWords();
  const today = useApplication().days.shown.value;
  return (
    <>
      <button type="button" class="line day-line" aria-expanded={isOpen} onClick={onToggle}>
        <span>{dayName(t, day, today)}</span>
        <span class={outcome ? undefined : 'soft'}>
          {outcome ? t(`answer.${outcome.result}`) : t('promises.noAnswer')}
        </span>
        {outcome?.note && <bdi class="own-words small day-note">{outcome.note}</bdi>}
      </button>
      {isOpen && <DayAnswer commitment={commitment} day={day} outcome={outcome} onDone={onToggle} />}
    </>
  );
}
