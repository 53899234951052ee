// An amount of storage as people say it: "1.2 MB".

import type { Words } from '@i18n/translate.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function bytesWords(t: Words, bytes: number): string {
  let amount = bytes / 1000;
  let unit = 0;
  while (amount >= 1000 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  const style = { style: 'unit', unit: units[unit] ?? 'terabyte', maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(t.locale, style).format(amount);
}
