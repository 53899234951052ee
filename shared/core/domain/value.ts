// What a small act is worth naming for, and whom it involves.

/** In the order of the celebration texts. */
export const values = [
  'honesty',
  'punctuality',
  'followThrough',
  'presence',
  'listening',
  'repair',
  'selfCare',
  'patience',
] as const;

export type Value = (typeof values)[number];

export const aims = ['self', 'partner', 'together'] as const;

/** Whom an act involves. Everything but `self` falls silent while the partner has asked for room. */
export type Aim = (typeof aims)[number];
