// One calm line that leads to the journal, where it is told what is not as it was. Neutral words: others may be looking.

import { useWords } from '@ui/words.ts';

export function LookLine() {
  const t = useWords();
  return (
    <p class="face-foot">
      <a href="journal.html" target="_blank" rel="noopener">
        {t('face.loss')}
      </a>
    </p>
  );
}
