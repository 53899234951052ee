// A text that came in and is far too long for its field: shown whole beside it, and laid out only where it is looked at,
// so that nothing freezes.

import { useMemo } from 'preact/hooks';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import type { Holding } from './holding.ts';
import { inPieces } from './insertion.ts';
import './field.css';
import './held-back.css';

interface HeldBackProps {
  readonly holding: Holding;
  /** In place of the general sentence, where a page can say more. */
  readonly sentence?: string | undefined;
}

export function HeldBack({ holding, sentence }: HeldBackProps) {
  const { text, putAway } = holding;
  return text === undefined ? null : <Shown text={text} sentence={sentence} onClose={putAway} />;
}

interface ShownProps {
  readonly text: string;
  readonly sentence: string | undefined;
  readonly onClose: () => void;
}

function Shown({ text, sentence, onClose }: ShownProps) {
  const t = useWords();
  const pieces = useMemo(() => inPieces(text), [text]);
  return (
    <section class="stack section" aria-label={t('error.whatCameIn')}>
      <p class="field-error" role="alert">
        {sentence ?? t('error.heldBack')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div class="own-words held-back" tabIndex={0} role="document" aria-label={t('error.whatCameIn')}>
        {pieces.map((piece, index) => (
          <p key={index} dir="auto">
            {piece}
          </p>
        ))}
      </div>
      <div>
        <Button onClick={onClose}>{t('error.takeAway')}</Button>
      </div>
    </section>
  );
}
