// Shows what is true now, and shows it again whenever it may have changed.

import type { Clock } from '@core/kernel/clock.ts';
import { type LocalDay, today } from '@core/kernel/local-day.ts';
import type { FaceSource, Sight, Wrong } from './source.ts';

export interface Seen {
  readonly sight: Sight;
  /** What an answer counts for. It stays the same past midnight, until the page is come back to. */
  readonly day: LocalDay;
  /**
   * Reading again did not work: what was read before stays, and with it what the person may be typing. Or nothing can
   * be written for now.
   */
  readonly fault?: Wrong;
}

/** Nothing was ever promised here, and nobody said that they would rather begin without. */
export const isNew = (sight: Sight): boolean =>
  sight.type === 'fresh' ||
  (sight.type === 'today' && !sight.today.settings.started && sight.today.commitments.length === 0);

interface ShowingOptions {
  readonly source: FaceSource;
  readonly clock: Clock;
  readonly show: (seen: Seen) => void;
  /** What the page shows already, if it shows anything. */
  readonly seen?: Seen | undefined;
}

/** Answers with a function that reads and shows anew, to be called after an act on this page. */
export function keepShowing({ source, clock, show, seen }: ShowingOptions): () => Promise<void> {
  let day = seen?.day ?? today(clock);
  let shown = seen?.sight;
  let newest = 0;

  const refresh = async () => {
    const mine = ++newest;
    const sight = await source.read(day);
    if (mine !== newest) return; // a slow answer must not overwrite a newer one
    const stays = sight.type === 'fault' && shown?.type === 'today';
    if (!stays) shown = sight;
    show({ sight: shown ?? sight, day, ...('fault' in sight && sight.fault && { fault: sight.fault }) });
  };
  const look = () => {
    if (document.visibilityState === 'visible') void refresh();
  };
  const turn = () => {
    if (isInUse()) return;
    day = today(clock);
    look();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') day = today(clock);
    look();
  });
  window.addEventListener('focus', () => {
    look();
    if (day !== today(clock)) whenUntouched(turn);
  });
  source.onChange(look); // a hidden page reads when it is seen
  source.onBlocked(() => show({ sight: { type: 'fault', fault: { type: 'blocked' } }, day }));
  return refresh;
}

/** Ms in which a press that brings a window to the front has come. */
const pressComesWithin = 400;

/** A press that brings the window to the front was meant for what stood there: nothing is moved from under it. */
function whenUntouched(act: () => void): void {
  const watching = new AbortController();
  const timer = setTimeout(() => {
    watching.abort();
    act();
  }, pressComesWithin);
  const leaveIt = () => {
    clearTimeout(timer);
    watching.abort();
  };
  for (const press of ['pointerdown', 'keydown', 'click']) {
    document.addEventListener(press, leaveIt, { capture: true, signal: watching.signal });
  }
}

/** Something is being written or saved, a sheet is open, or the page shows what follows an answer. */
function isInUse(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  const isWritten = [...fields].some(({ value }) => value !== '');
  return isWritten || document.querySelector('.moment, .held-back, dialog[open], [aria-disabled="true"]') !== null;
}
