// The blank mode: the time of day, and one quiet button behind which everything else is.

import { timeName } from '@app/day-words.ts';
import type { Clock } from '@core/kernel/clock.ts';
import { minuteOfDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';

interface ClockSheetProps {
  readonly clock: Clock;
  readonly onAsk: () => void;
}

/** `HH:MM` */
function timeNow(clock: Clock): string {
  const minute = minuteOfDay(clock.now(), clock.offset(clock.now()));
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

export function ClockSheet({ clock, onAsk }: ClockSheetProps) {
  const t = useWords();
  const [time, setTime] = useState(() => timeNow(clock));

  useEffect(() => {
    const timer = setInterval(() => setTime(timeNow(clock)), 1000);
    return () => clearInterval(timer);
  }, [clock]);

  return (
    <div class="sheet stack">
      <p class="clock">
        <time dateTime={time}>{timeName(t, time)}</time>
      </p>
      <p class="face-foot">
        <Button kind="quiet" onClick={onAsk}>
          {t('face.show')}
        </Button>
      </p>
    </div>
  );
}
