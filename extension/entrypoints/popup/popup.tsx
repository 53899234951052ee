// The popup: a win by keyboard in a few seconds, and today's promise under it.

import type { FaceActs } from '@app/face/acts.ts';
import type { Seen } from '@app/face/keep-showing.ts';
import { NotLoaded } from '@app/face/not-loaded.tsx';
import { QuickWin } from '@app/face/quick-win.tsx';
import type { FaceSource } from '@app/face/source.ts';
import { useMoment } from '@app/face/use-moment.ts';
import { useFetched } from '@app/use-fetched.ts';
import type { Clock } from '@core/kernel/clock.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { useWords, WordsContext } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
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

const fetchToday = async () => (await import('./popup-today.tsx')).PopupToday;

export function Popup({ seen, day, typed, source, clock, refresh, close }: PopupProps) {
  const t = useWords();
  const moments = useMoment(source, refresh);
  const { saved, shown, begin, end } = moments;
  const opened = useRef<FaceActs>(undefined);
  const [caught, setCaught] = useState(false);
  const PopupToday = useFetched(true, fetchToday);
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
      {caught ? (
        <p class="popup-caught" role="status">
          {t('face.caught')}
        </p>
      ) : (
        <QuickWin
          takesFocus
          typed={typed}
          day={day}
          onLog={async (input) => {
            const later = await source.later().catch(() => undefined);
            if (!later) return { ok: false, error: { type: 'notLoaded' } };
            const acts = await later.acts();
            opened.current = acts.ok ? acts.value : undefined;
            if (!acts.ok) return acts.error.type === 'locked' ? source.catchWin(input) : acts;
            return acts.value.logWin(input);
          }}
          onSaved={(win, of) => {
            if (opened.current) void begin({ type: 'win', win, of, day }, opened.current);
            else setCaught(true);
          }}
        />
      )}
      {seen && typeof PopupToday === 'function' && <PopupToday {...{ seen, source, moments, refresh }} />}
      {PopupToday === 'missing' && <NotLoaded />}
    </>
  );
}
