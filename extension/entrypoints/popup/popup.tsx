// The popup: a win by keyboard in a few seconds, and today's promise under it.

import type { FaceActs } from '@app/face/acts.ts';
import type { Seen } from '@app/face/keep-showing.ts';
import { QuickWin } from '@app/face/quick-win.tsx';
import type { FaceSource, Later } from '@app/face/source.ts';
import { useMoment } from '@app/face/use-moment.ts';
import type { Clock } from '@core/kernel/clock.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { useWords, WordsContext } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
import { PopupToday } from './popup-today.tsx';
import { useFarewell } from './use-farewell.ts';

interface PopupProps {
  /** Nothing until the storage has been read: the field does not wait for it. */
  readonly seen: Seen | undefined;
  readonly day: LocalDay;
  /** What was typed before this was there. */
  readonly typed: string;
  readonly source: FaceSource;
  readonly clock: Clock;
  readonly refresh: () => Promise<void>;
  /** Closes the popup. */
  readonly close: () => void;
}

export function Popup({ seen, day, typed, source, clock, refresh, close }: PopupProps) {
  const t = useWords();
  const moments = useMoment(source, refresh);
  const { saved, shown, begin, end } = moments;
  const opened = useRef<FaceActs>(undefined);
  const [loaded, setLoaded] = useState<Later>();
  const afterWin = useFarewell(shown?.moment.type === 'win', close);

  if (saved) {
    return (
      <div class="popup-moment" ref={afterWin}>
        <p class="popup-saved" role="status">
          {t('moment.saved')}
        </p>
        {shown && (
          <WordsContext.Provider value={shown.later.words}>
            <shown.later.MomentView
              key={shown.moment.of}
              moment={shown.moment}
              depth={shown.depth}
              acts={shown.acts}
              quietUntil={seen?.sight.type === 'today' ? seen.sight.today.quietUntil : undefined}
              now={clock.now()}
              onDone={() => void end()}
            />
          </WordsContext.Provider>
        )}
      </div>
    );
  }
  return (
    <>
      {/* What can go wrong with saving is said in words that come with saving: this page starts without them. */}
      <WordsContext.Provider value={loaded?.words ?? t}>
        <QuickWin
          takesFocus
          typed={typed}
          day={day}
          onLog={async (input) => {
            const later = await source.later().catch(() => undefined);
            if (!later) return { ok: false, error: { type: 'notLoaded' } };
            const acts = await later.acts();
            if (acts.ok) opened.current = acts.value;
            const logged = acts.ok ? await acts.value.logWin(input) : acts;
            if (!logged.ok) setLoaded(later);
            return logged;
          }}
          onSaved={(win, of) => opened.current && void begin({ type: 'win', win, of, day }, opened.current)}
        />
      </WordsContext.Provider>
      {seen && <PopupToday {...{ seen, source, moments, refresh }} />}
    </>
  );
}
