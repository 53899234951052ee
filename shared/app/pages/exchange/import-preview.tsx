// What a file would bring, before anything is written: how much, of which days, what stays as it is, and what does not
// come along.

import { leftBehind } from '@core/exchange/incoming.ts';
import { Tick } from '@ui/parts/tick.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { longDay } from '../../day-words.ts';
import { countWords } from './count-words.ts';
import type { Look } from './use-import.ts';

interface ImportPreviewProps {
  readonly look: Look;
  readonly onBringBack: (bringBack: boolean) => void;
}

export function ImportPreview({ look, onBringBack }: ImportPreviewProps) {
  const t = useWords();
  const { days } = useApplication();
  const { incoming, plan, bringBack } = look;
  const { left } = incoming;
  const today = days.shown.value;
  const counts = countWords(t, plan.fresh);
  const stays = leftBehind.filter((reason) => left[reason] !== undefined);
  return (
    <>
      {counts.length === 0 && <p>{t('exchange.nothingNew')}</p>}
      {counts.length > 0 && (
        <ul class="points">
          {counts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {plan.days && (
        <p>
          {plan.days.first === plan.days.last
            ? t('exchange.ofDay', { day: longDay(t, plan.days.first, today) })
            : t('exchange.ofDays', {
                first: longDay(t, plan.days.first, today),
                last: longDay(t, plan.days.last, today),
              })}
        </p>
      )}
      {incoming.source === 'loop' && counts.length > 0 && <p class="soft">{t('exchange.loopMeans')}</p>}
      {plan.here > 0 && <p>{t('exchange.here', { n: plan.here })}</p>}
      {plan.deleted > 0 && (
        <div class="stack section">
          <p>{t('exchange.wereDeleted', { n: plan.deleted })}</p>
          <Tick checked={bringBack} onChange={onBringBack}>
            {t('exchange.bringBack')}
          </Tick>
        </div>
      )}
      {stays.length > 0 && (
        <section class="stack section">
          <h3>{t('exchange.staysBehind')}</h3>
          <ul class="points soft">
            {stays.map((reason) => (
              <li key={reason}>{t(`exchange.left-${reason}`, { n: left[reason] ?? 0 })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
