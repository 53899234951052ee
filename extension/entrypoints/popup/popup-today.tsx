// Today's promise in the popup, or the one line that stands in its place. Comes after the field, which needs none of it.

import { Answers } from '@app/face/answers.tsx';
import { FaultSheet } from '@app/face/fault-sheet.tsx';
import { isNew, type Seen } from '@app/face/keep-showing.ts';
import { LookLine } from '@app/face/look-line.tsx';
import { PromiseLine } from '@app/face/promise-line.tsx';
import type { FaceSource } from '@app/face/source.ts';
import { useGlance } from '@app/face/use-glance.ts';
import type { Moments } from '@app/face/use-moment.ts';
import { dayState, nextPromise, type Today } from '@core/domain/today.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';

interface PopupTodayProps {
  readonly seen: Seen;
  readonly source: FaceSource;
  readonly moments: Moments;
  readonly refresh: () => Promise<void>;
}

export function PopupToday({ seen, source, moments, refresh }: PopupTodayProps) {
  const t = useWords();
  const { sight, day } = seen;
  const wrong = moments.trouble?.fault ?? seen.fault ?? (sight.type === 'fault' ? sight.fault : undefined);
  const again = moments.trouble?.again ?? (() => void refresh());
  return (
    <section class="popup-today" aria-label={t('face.today')}>
      {isNew(sight) && (
        <p>
          <a href="journal.html" target="_blank" rel="noopener">
            {t('face.begin')}
          </a>
        </p>
      )}
      {sight.type === 'today' && !isNew(sight) && <Promised today={sight.today} day={day} moments={moments} />}
      {sight.type === 'today' && sight.loss && <LookLine />}
      {wrong?.type === 'locked' && <Locked />}
      {wrong && wrong.type !== 'locked' && <FaultSheet fault={wrong} source={source} onAgain={again} />}
    </section>
  );
}

/** Says nothing of what is inside. The field above takes a win all the same. */
function Locked() {
  const t = useWords();
  return (
    <p class="cluster soft">
      <span>{t('face.locked')}</span>
      <a href="journal.html" target="_blank" rel="noopener">
        {t('face.unlock')}
      </a>
    </p>
  );
}

interface PromisedProps {
  readonly today: Today;
  readonly day: LocalDay;
  readonly moments: Moments;
}

function Promised({ today, day, moments }: PromisedProps) {
  const t = useWords();
  const { glance, ask } = useGlance(today.settings.glance);
  const promise = nextPromise(today, day);
  if (!promise) {
    return <p class="soft">{t(dayState(today, day) === 'allAnswered' ? 'face.allDone' : 'face.nothingDue')}</p>;
  }
  if (glance === 'hidden') {
    return (
      <p>
        <Button kind="quiet" onClick={ask}>
          {t('face.show')}
        </Button>
      </p>
    );
  }
  return (
    <>
      <PromiseLine promise={promise} open={glance === 'words'} onOpen={ask} />
      <Answers busy={moments.busy} onAnswer={(result) => void moments.answer(promise, day, result)} />
    </>
  );
}
