// Starts the new tab. Until the promise is on the screen nothing is loaded that does not help to put it there; the
// rest then takes over the same elements.

import '@ui/base.css';
import './newtab.css';
import { longDay } from '@app/day-words.ts';
import type { Seen } from '@app/face/keep-showing.ts';
import { afterPaint } from '@app/face/painted.ts';
import { sourceHere } from '@app/face/source-here.ts';
import { systemClock } from '@core/kernel/clock.ts';
import { today } from '@core/kernel/local-day.ts';
import messages from '@i18n/en.json?areas=face,answer';
import { createWords } from '@i18n/translate.ts';
import { showTheme } from '@ui/theme.ts';
import { extensionKeyPlace } from '../../platform/key-place.ts';
import { extensionWitness } from '../../platform/witness.ts';
import { keepPresses } from './early-presses.ts';
import { paintPromise } from './first-sight.ts';
import { sayNotLoaded } from './not-loaded.ts';

const root = document.getElementById('face') ?? document.body;
const locale = navigator.languages.find((tag) => tag.startsWith('en')) ?? 'en';
const words = createWords(locale, messages);
const day = today(systemClock);
const source = sourceHere({ witness: extensionWitness, keyPlace: extensionKeyPlace, locale });
let going: Promise<void> | undefined;

source.onBlocked(() => goLive({ sight: { type: 'fault', fault: { type: 'blocked' } }, day }));
const reading = source.read(day);
longDay(words, day, day); // the first use of `Intl` is slow: better now, while the storage is being read
void reading.then((sight) => {
  if (going) return; // it has begun with something else, and reads for itself
  if (sight.type === 'today') showTheme(sight.today.settings.theme);
  if (sight.type !== 'today' || !paintPromise(root, sight.today, day, words)) return goLive({ sight, day });
  const pressAgain = keepPresses(root);
  afterPaint(() => {
    performance.mark('commitment-visible');
    goLive({ sight, day }, pressAgain);
  });
});

function goLive(seen: Seen, then = () => {}): void {
  going ??= import('./live.tsx').then(
    ({ live }) => {
      live({ root, seen, source, clock: systemClock, words });
      then();
    },
    () => {
      going = undefined;
      sayNotLoaded(root, words, () => goLive(seen, then));
    },
  );
}
