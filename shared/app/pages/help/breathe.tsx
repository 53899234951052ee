// One slow minute in words: nothing moves, and it can be left at any time.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';

const secondsIn = 4;
const secondsOut = 6;
const breath = secondsIn + secondsOut;
const minute = 60;

export function Breathe() {
  const t = useWords();
  const [second, setSecond] = useState<number>();
  const running = second !== undefined && second < minute;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSecond((now) => (now ?? 0) + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);

  if (!running) {
    return (
      <div class="cluster">
        <Button onClick={() => setSecond(0)}>{t(second === undefined ? 'help.breathe' : 'help.again')}</Button>
        <span role="status">{second === undefined ? '' : t('help.minuteOver')}</span>
      </div>
    );
  }
  const isIn = second % breath < secondsIn;
  return (
    <div class="stack">
      <p class="help-large" role="status">
        {t(isIn ? 'help.in' : 'help.out')}
      </p>
      <progress max={minute} value={second} aria-label={t('help.minute')} />
      <div class="cluster">
        <Button onClick={() => setSecond(undefined)}>{t('help.stop')}</Button>
      </div>
    </div>
  );
}
