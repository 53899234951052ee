// What had no answer yesterday, offered once more and never again.

import { promisesFor, type Today, unansweredYesterday } from '@core/domain/today.ts';
import { addDays } from '@core/kernel/local-day.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { PromiseCard } from './promise-card.tsx';

export function Yesterday({ today }: { readonly today: Today }) {
  const t = useWords();
  const day = useApplication().days.shown.value;
  // Once offered a promise stays in its place, so that what is said after its answer is not swept away.
  const [offered] = useState(() => new Set(unansweredYesterday(today, day).map(({ id }) => id)));
  const yesterday = addDays(day, -1);
  const promises = promisesFor(today, yesterday).filter(({ commitment }) => offered.has(commitment.id));
  if (promises.length === 0) return null;
  return (
    <section class="stack today-promises today-yesterday">
      <h2>{t('today.yesterday')}</h2>
      {promises.map(({ commitment, answer }) => (
        <PromiseCard key={`${commitment.id}|${yesterday}`} commitment={commitment} day={yesterday} answer={answer} />
      ))}
    </section>
  );
}
