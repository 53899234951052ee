// The new tab, by what there is to show: a day, nothing yet, or what is wrong.

import { FaultSheet } from '@app/face/fault-sheet.tsx';
import { isNew, type Seen } from '@app/face/keep-showing.ts';
import type { FaceSource } from '@app/face/source.ts';
import type { Clock } from '@core/kernel/clock.ts';
import { useWords } from '@ui/words.ts';
import { TodaySheet } from './today-sheet.tsx';

interface NewTabProps {
  readonly seen: Seen;
  readonly source: FaceSource;
  readonly clock: Clock;
  readonly refresh: () => Promise<void>;
}

export function NewTab({ seen, source, clock, refresh }: NewTabProps) {
  const { sight, day, fault } = seen;
  if (sight.type === 'fault') {
    return <FaultSheet fault={sight.fault} source={source} day={day} onAgain={() => void refresh()} />;
  }
  if (sight.type === 'fresh' || isNew(sight)) return <Beginning />;
  return <TodaySheet today={sight.today} loss={sight.loss} {...{ day, source, clock, refresh }} fault={fault} />;
}

function Beginning() {
  const t = useWords();
  return (
    <div class="sheet stack">
      <h2 class="face-line">{t('face.fresh')}</h2>
      <p>
        <a href="journal.html">{t('face.begin')}</a>
      </p>
    </div>
  );
}
