// What was found, in the person's calendar. It names what is not here and never who or what it was.

import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Finding } from '@core/store/finding.ts';
import type { Words } from '@i18n/translate.ts';
import { longDay } from '../day-words.ts';

/** One sentence for each finding, in the order of how much it matters; none twice. */
export function findingSentences(t: Words, findings: readonly Finding[], today: LocalDay): string[] {
  return [...new Set(findings.map((finding) => sentence(t, finding, today)))];
}

function sentence(t: Words, { kind, count, from, to }: Finding, today: LocalDay): string {
  const day = (one: LocalDay) => longDay(t, one, today);
  switch (kind) {
    case 'tail':
      return from ? t('loss.tail', { day: day(from) }) : t('loss.all');
    case 'front':
      return to ? t('loss.front', { day: day(to) }) : t('loss.all');
    case 'gap':
    case 'link':
      if (!from || !to) return t('loss.someTime');
      return from === to
        ? t('loss.aroundDay', { day: day(from) })
        : t('loss.between', { from: day(from), to: day(to) });
    case 'rowMissing':
    case 'rowAltered':
    case 'rowReplayed': {
      const what = t(`loss.${kind}`, { n: count });
      if (!from || !to) return what;
      const when =
        from === to ? t('loss.savedOn', { day: day(from) }) : t('loss.saved', { from: day(from), to: day(to) });
      return `${what} ${when}`;
    }
    case 'rowUnlinked':
      return t('loss.rowUnlinked', { n: count });
    case 'foreign':
      return t('loss.foreign');
    case 'fork':
      return t('loss.fork');
    case 'index':
      return t('loss.index');
    case 'head':
      return t('loss.head');
  }
}
