// What comes first in a hard moment. Also shown where the application itself could not be opened.

import { useWords } from '@ui/words.ts';
import './help.css';

export function Danger() {
  const t = useWords();
  return (
    <section class="stack help-first">
      <h2>{t('help.danger')}</h2>
      <p class="help-large">{t('help.emergency')}</p>
      <p>{t('help.tolerance')}</p>
      <p>{t('help.naloxone')}</p>
      <p>
        <a href="https://findahelpline.com" target="_blank" rel="noreferrer">
          {t('help.findLine')}
        </a>
      </p>
      <p class="soft small">{t('help.callLog')}</p>
    </section>
  );
}
