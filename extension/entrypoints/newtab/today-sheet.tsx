// One day on the new tab: the next promise and its five answers, then what follows an answer, then the next promise.

import { Answers, answerForKey } from '@app/face/answers.tsx';
import { FaultSheet } from '@app/face/fault-sheet.tsx';
import { useKeptFocus } from '@app/face/kept-focus.ts';
import { LookLine } from '@app/face/look-line.tsx';
import { PromiseLine } from '@app/face/promise-line.tsx';
import { dateLine } from '@app/face/promise-words.ts';
import type { FaceSource, Later, Wrong } from '@app/face/source.ts';
import { useGlance } from '@app/face/use-glance.ts';
import { useMoment } from '@app/face/use-moment.ts';
import type { OutcomeResult } from '@core/domain/outcome.ts';
import { dayState, nextPromise, type Today } from '@core/domain/today.ts';
import type { Clock } from '@core/kernel/clock.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords, WordsContext } from '@ui/words.ts';
import { useLayoutEffect, useState } from 'preact/hooks';
import { ClockSheet } from './clock-sheet.tsx';

interface TodaySheetProps {
  readonly today: Today;
  /** Something of the record needs a look. */
  readonly loss: boolean | undefined;
  readonly day: LocalDay;
  readonly source: FaceSource;
  readonly clock: Clock;
  readonly refresh: () => Promise<void>;
  /** Reading again did not work. */
  readonly fault?: Wrong | undefined;
}

export function TodaySheet({ today, loss, day, source, clock, refresh, fault }: TodaySheetProps) {
  const t = useWords();
  const { glance, ask } = useGlance(today.settings.glance);
  const { shown, trouble, busy, load, answer, begin, end } = useMoment(source, refresh);
  const [winning, setWinning] = useState<Later>();
  const promise = nextPromise(today, day);
  const place = useKeptFocus(shown ? shown.moment.of : promise?.id);
  const wrong = trouble?.fault ?? fault;

  const give = (result: OutcomeResult) => promise && void answer(promise, day, result);
  const openWin = async () => setWinning(await load(() => void openWin()));
  useAnswerKeys(shown || glance === 'hidden' ? undefined : give);

  if (shown) {
    const { later, moment, depth, acts } = shown;
    return (
      <div class="sheet" ref={place} tabIndex={-1}>
        <WordsContext.Provider value={later.words}>
          <later.MomentView
            key={moment.of}
            {...{ moment, depth, acts }}
            quietUntil={today.quietUntil}
            now={clock.now()}
            onDone={() => void end()}
          />
        </WordsContext.Provider>
      </div>
    );
  }
  if (glance === 'hidden') return <ClockSheet clock={clock} onAsk={ask} />;
  return (
    <div class="sheet" ref={place} tabIndex={-1}>
      <p class="face-date">{dateLine(day, glance === 'words' ? promise : undefined, t)}</p>
      {promise ? (
        <>
          <PromiseLine promise={promise} open={glance === 'words'} onOpen={ask} />
          <Answers keys busy={busy} onAnswer={give} />
        </>
      ) : (
        <h2 class="face-line">{t(dayState(today, day) === 'allAnswered' ? 'face.allDone' : 'face.nothingDue')}</h2>
      )}
      {wrong && <FaultSheet fault={wrong} source={source} onAgain={trouble?.again ?? (() => void refresh())} />}
      {loss && <LookLine />}
      <p class="face-foot">
        <Button kind="quiet" onClick={() => void openWin()}>
          {t('face.win')}
        </Button>
      </p>
      {winning && (
        <WordsContext.Provider value={winning.words}>
          <winning.QuickWinSheet
            day={day}
            acts={winning.acts}
            onClose={() => setWinning(undefined)}
            onSaved={(win, of, acts) => {
              setWinning(undefined);
              void begin({ type: 'win', win, of, day }, acts);
            }}
          />
        </WordsContext.Provider>
      )}
    </div>
  );
}

/** The keys 1 to 5, while there is something to answer. */
function useAnswerKeys(give: ((result: OutcomeResult) => void) | undefined): void {
  // Before the next paint: a key is never taken for the promise that was on the screen before.
  useLayoutEffect(() => {
    if (!give) return;
    const onKey = (event: KeyboardEvent) => {
      const result = answerForKey(event);
      if (result) give(result);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
