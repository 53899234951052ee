// The day that the screens show. It changes when somebody comes back to the page, never under their finger: what is
// answered a minute after midnight still counts for the day that stood there.

import type { Clock } from '@core/kernel/clock.ts';
import { type LocalDay, minuteOfDay, today } from '@core/kernel/local-day.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attention } from './attention.ts';

export interface DayWatch {
  readonly shown: ReadonlySignal<LocalDay>;
  /** The day on the calendar, once it is another than the one shown. */
  readonly newer: ReadonlySignal<LocalDay | undefined>;
  /** Hour on the person's wall clock, 0–23. */
  readonly hour: ReadonlySignal<number>;
  /** Shows the day on the calendar. */
  turn(): void;
  /** The day does not turn by itself until the answer is called. */
  hold(): () => void;
  stop(): void;
}

const everyHalfMinute = 30_000;

/** `isTyping`: what somebody is writing belongs to the day that is shown. */
export function createDayWatch(clock: Clock, attention: Attention, isTyping: () => boolean): DayWatch {
  const shown = signal(today(clock));
  const newer = signal<LocalDay | undefined>(undefined);
  const hour = signal(hourOf(clock));
  const look = () => {
    const day = today(clock);
    newer.value = day === shown.value ? undefined : day;
    hour.value = hourOf(clock);
  };
  const turn = () => {
    shown.value = today(clock);
    look();
  };
  const held = new Set<symbol>();
  const timer = setInterval(look, everyHalfMinute);
  const stopListening = attention.onSeenAgain(() => (held.size > 0 || isTyping() ? look() : turn()));
  return {
    shown,
    newer,
    hour,
    turn,
    hold() {
      const one = Symbol('hold');
      held.add(one);
      return () => void held.delete(one);
    },
    stop() {
      clearInterval(timer);
      stopListening();
    },
  };
}

function hourOf(clock: Clock): number {
  const at = clock.now();
  return Math.floor(minuteOfDay(at, clock.offset(at)) / 60);
}
