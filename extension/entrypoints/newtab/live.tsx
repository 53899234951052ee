// The new tab once its first sentence is on the screen: answers, wins, the way out, and reading again.

import { keepShowing, type Seen } from '@app/face/keep-showing.ts';
import { watchLeaving } from '@app/face/leave.ts';
import { sayShell } from '@app/face/say-shell.ts';
import type { FaceSource } from '@app/face/source.ts';
import { defaultSettings } from '@core/domain/settings.ts';
import type { Clock } from '@core/kernel/clock.ts';
import type { Words } from '@i18n/translate.ts';
import { showTheme } from '@ui/theme.ts';
import { WordsContext } from '@ui/words.ts';
import { render } from 'preact';
import { NewTab } from './new-tab.tsx';

interface LiveOptions {
  readonly root: Element;
  /** What `root` shows, or what it is to show first. */
  readonly seen: Seen;
  readonly source: FaceSource;
  readonly clock: Clock;
  readonly words: Words;
}

export function live({ root, seen, source, clock, words }: LiveOptions): void {
  let quickHideTo: string | undefined;
  let { lockAfter } = defaultSettings;

  const show = (next: Seen) => {
    const { sight } = next;
    if (sight.type === 'today') {
      ({ quickHideTo, lockAfter } = sight.today.settings);
      showTheme(sight.today.settings.theme);
    }
    render(
      <WordsContext.Provider value={words}>
        <NewTab seen={next} {...{ source, clock, refresh }} />
      </WordsContext.Provider>,
      root,
    );
  };
  const refresh = keepShowing({ source, clock, show, seen });
  watchLeaving({ destination: () => quickHideTo, lock: source.lock });
  source.watchIdle(() => lockAfter);
  sayShell(words);
  show(seen);
  void refresh(); // something may have changed since the first reading, and nobody was listening yet
  requestIdleCallback(() => void source.later().catch(() => {})); // the press that needs it asks again
}
