// How much fits. Apart from the checks, because reading a record needs no more than this.

/** The longest texts, in code points. */
export const limits = {
  promise: 120,
  glance: 40,
  note: 500,
  appreciation: 500,
  journalBody: 200_000,
  tag: 40,
  webAddress: 2000,
} as const;
