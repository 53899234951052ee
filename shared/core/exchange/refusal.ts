// Why a file is not taken. Nothing of it was written; every tag has its sentence under `exchange.no-<tag>`.

export const refusalTags = [
  'tooLarge',
  'notKnown',
  'damaged',
  'swollen',
  'oddNames',
  'encrypted',
  'tooMany',
  'empty',
  'newer',
] as const;

export interface Refusal {
  readonly type: (typeof refusalTags)[number];
}
