// A text that was pasted and is far too long for an entry: shown whole beside the sheet, so that nothing is gone, and
// laid out only where it is looked at, so that nothing freezes.

import { limits } from '@core/domain/limits.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useMemo } from 'preact/hooks';
import { inPieces } from './too-long.ts';

interface OverflowProps {
  readonly text: string;
  readonly onClose: () => void;
}

export function Overflow({ text, onClose }: OverflowProps) {
  const t = useWords();
  const pieces = useMemo(() => inPieces(text), [text]);
  return (
    <section class="stack section" aria-label={t('journal.pasted')}>
      <p class="field-error" role="alert">
        {t('journal.tooMuch', { n: text.length, most: limits.journalBody })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div class="own-words overflow" tabIndex={0} role="document" aria-label={t('journal.pasted')}>
        {pieces.map((piece, index) => (
          <p key={index} dir="auto">
            {piece}
          </p>
        ))}
      </div>
      <div>
        <Button onClick={onClose}>{t('journal.takeAway')}</Button>
      </div>
    </section>
  );
}
