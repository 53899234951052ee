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
  stop(): void;
}

const everyHalfMinute = 30_000;

export function createDayWatch(clock: Clock, attention: Attention): DayWatch {
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
  const timer = setInterval(look, everyHalfMinute);
  const stopListening = attention.onSeenAgain(turn);
  return {
    shown,
    newer,
    hour,
    turn,
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
