// Counts of records as words: "12 entries", "one promise".

import type { Words } from '@i18n/translate.ts';

const known = ['journalEntry', 'commitment', 'outcome', 'win', 'appreciation', 'celebration'] as const;

export function countWords(t: Words, counts: Readonly<Record<string, number>>): string[] {
  const others = Object.entries(counts)
    .filter(([kind]) => !known.some((one) => one === kind))
    .reduce((sum, [, count]) => sum + count, 0);
  return [
    ...known.flatMap((kind) => (counts[kind] ? [t(`exchange.count-${kind}`, { n: counts[kind] })] : [])),
    ...(others > 0 ? [t('exchange.count-other', { n: others })] : []),
  ];
}
