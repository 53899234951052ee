import type { Clock } from '@core/kernel/clock.ts';

/** A clock that stands where a test puts it: `clock.at = …` moves it, `clock.place = 'Pacific/Apia'` travels. */
export function standingClock(at: string | number, place = 'UTC'): Clock & { at: number; place: string } {
  return {
    at: typeof at === 'number' ? at : Date.parse(at),
    place,
    now() {
      return this.at;
    },
    zone() {
      return this.place;
    },
    offset(instant) {
      return offsetIn(instant, this.place);
    },
  };
}

const formats = new Map<string, Intl.DateTimeFormat>(); // making one costs more than using it a hundred times

/** Minutes east of UTC, asked from the zone tables of `Intl`. */
export function offsetIn(at: number, zone: string): number {
  const format = formats.get(zone) ?? wallClock(zone);
  formats.set(zone, format);
  const parts = format.formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - Math.floor(at / 1000) * 1000) / 60_000);
}

const wallClock = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
