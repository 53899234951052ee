// After an absence: a greeting and one question. No backlog, no list of days, nothing owed.

import { nextPromise, type Today } from '@core/domain/today.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { PromiseCard } from './promise-card.tsx';

interface ReturnProps {
  readonly today: Today;
  readonly onDone: () => void;
}

export function Return({ today, onDone }: ReturnProps) {
  const t = useWords();
  const { days, router } = useApplication();
  const day = days.shown.value;
  // The promise that was asked about first stays, with what is said after its answer.
  const [promise] = useState(() => nextPromise(today, day));
  return (
    <section class="stack return">
      <p class="return-greeting">
        {t('return.goodToSee')} <span class="return-nothing-lost">{t('return.nothingLost')}</span>
      </p>
      {promise ? (
        <>
          <PromiseCard commitment={promise} day={day} answer={undefined} onDone={onDone} />
          <Button kind="quiet" class="return-on" onClick={onDone}>
            {t('return.showDay')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('return.oneSmallThing')}</p>
          <div class="cluster">
            <Button kind="main" onClick={() => router.go('promises/new')}>
              {t('today.choosePromise')}
            </Button>
            <Button onClick={onDone}>{t('return.notToday')}</Button>
          </div>
        </>
      )}
    </section>
  );
}
