// Covers the page again when it comes back from a while out of sight.

import { useEffect } from 'preact/hooks';
import { useApplication } from '../application.ts';
import { mayCover } from './may-cover.ts';

/**
 * Milliseconds. Shorter, and looking something up in another window would cost a press each time; longer, and a phone
 * that was put down could be picked up by somebody else with the page open.
 */
const aWhile = 60_000;

export function useAway(): void {
  const { attention, host, today, covered, flush } = useApplication();
  useEffect(() => {
    let since: number | undefined;
    const stops = [
      attention.onLeave(() => {
        since ??= host.clock.now();
      }),
      attention.onSeenAgain(() => {
        const away = host.clock.now() - (since ?? Number.POSITIVE_INFINITY);
        since = undefined;
        if (away < aWhile || !mayCover(today.reading.peek().value?.settings)) return;
        covered.value = true;
        void flush();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [attention, host, today, covered, flush]);
}
