// The popup at work.

import { keepShowing, type Seen } from '@app/face/keep-showing.ts';
import { watchLeaving } from '@app/face/leave.ts';
import { sourceHere } from '@app/face/source-here.ts';
import { systemClock } from '@core/kernel/clock.ts';
import { today } from '@core/kernel/local-day.ts';
import messages from '@i18n/en.json?areas=face,answer,win,moment';
import { createWords } from '@i18n/translate.ts';
import { WordsContext } from '@ui/words.ts';
import { render } from 'preact';
import { extensionKeyPlace } from '../../platform/key-place.ts';
import { extensionWitness } from '../../platform/witness.ts';
import { Popup } from './popup.tsx';

const root = document.getElementById('popup') ?? document.body;
const typed = root.querySelector('input')?.value ?? '';
const locale = navigator.languages.find((tag) => tag.startsWith('en')) ?? 'en';
const words = createWords(locale, messages);
const source = sourceHere({ witness: extensionWitness, keyPlace: extensionKeyPlace, locale });
const close = () => window.close();

const refresh = keepShowing({ source, clock: systemClock, show });
show();
void refresh();
void import('./foot.ts').then(
  ({ foot }) => foot({ source, words, minutes: () => lockAfter }),
  () => {},
);
watchLeaving({ destination: () => undefined, go: close, lock: source.lock });
let lockAfter: number | undefined;
let warmed = false;
requestIdleCallback(() => void source.later().catch(() => {})); // the press that needs it asks again

function show(seen?: Seen) {
  if (seen?.sight.type === 'today') {
    ({ lockAfter } = seen.sight.today.settings);
    if (!warmed) warm();
  }
  render(
    <WordsContext.Provider value={words}>
      <Popup
        seen={seen}
        day={seen?.day ?? today(systemClock)}
        clock={systemClock}
        {...{ source, typed, refresh, close }}
      />
    </WordsContext.Provider>,
    root,
  );
}

/**
 * Opens the ledger and asks the witness before Enter needs them, because what a page does for the first time is slow.
 * Only where there is a ledger: looking at an empty popup founds nothing.
 */
function warm(): void {
  warmed = true;
  const open = async () => {
    await (await source.later()).acts();
    await extensionWitness.read();
  };
  requestIdleCallback(() => void open().catch(() => {})); // the press that needs it asks again
}
