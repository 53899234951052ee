/** Time as a value: core never asks the machine itself, so a test can be at midnight, abroad or in 1970. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** IANA name of the zone the person is in, for example `Europe/Budapest`. */
  zone(): string;
  /** Minutes east of UTC in that zone at the instant `at`. */
  offset(at: number): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  // Cheaper by a millisecond than `Intl`, which counts on the way to a new tab's first paint.
  offset: (at) => -Math.round(new Date(at).getTimezoneOffset()),
};
