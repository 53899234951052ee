// What the product says between the person's words in a folder to read.

import { results } from '@core/domain/outcome.ts';
import { winTypes } from '@core/domain/win.ts';
import type { FolderWords } from '@core/exchange/markdown-folder.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Words } from '@i18n/translate.ts';
import { longDay } from '../../day-words.ts';

export function folderWords(t: Words, today: LocalDay): FolderWords {
  const each = <Name extends string>(names: readonly Name[], word: (name: Name) => string) =>
    Object.fromEntries(names.map((name) => [name, word(name)])) as Record<Name, string>;
  return {
    locale: t.locale,
    readme: [
      t('exchange.readmeWhat', { day: longDay(t, today, today) }),
      t('exchange.readmeHow'),
      t('exchange.readmeSigns'),
      t('exchange.unsealed'),
    ],
    promises: t('app.promises'),
    wins: t('exchange.part-wins'),
    kindActs: t('exchange.part-kindActs'),
    ownWords: t('exchange.ownWords'),
    journal: t('app.journal'),
    noPromise: t('exchange.somePromise'),
    heavy: t('journal.wasHeavy'),
    results: each(results, (result) => t(`answer.${result}`)),
    winTypes: each(
      winTypes.map(({ type }) => type),
      (type) => t(`win.${type}`),
    ),
  };
}
