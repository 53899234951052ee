// The way to take words out, and to bring words in.

import { useWords } from '@ui/words.ts';
import { addressOf } from '../../router.ts';

export function OwnWordsOut() {
  const t = useWords();
  return (
    <section class="stack section">
      <h2>{t('exchange.title')}</h2>
      <p>{t('exchange.why')}</p>
      <p class="cluster">
        <a class="button" href={addressOf('settings/export')}>
          {t('exchange.out')}
        </a>
        <a class="button" href={addressOf('settings/import')}>
          {t('exchange.in')}
        </a>
      </p>
    </section>
  );
}
