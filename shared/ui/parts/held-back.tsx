// A text that came in and is far too long for its field: shown whole beside it, so that nothing is gone, and laid out
// only where it is looked at, so that nothing freezes.

import { useMemo, useState } from 'preact/hooks';
import { useUnsaved } from '../unsaved.ts';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { hugeInsertion, type Insertion, inPieces, mostInSmallField } from './insertion.ts';
import './field.css';
import './held-back.css';

/** What a field with this needs: its two handlers, and what to show when something was held back. */
export interface Holding {
  readonly text: string | undefined;
  readonly watch: {
    readonly onPaste: (event: ClipboardEvent) => void;
    readonly onBeforeInput: (event: InputEvent) => void;
  };
  readonly putAway: () => void;
}

/**
 * `most`: the units that the field may come to hold. `early`: what came in before this was there, if it was too much.
 * What is held back stands nowhere else, so it counts as unsaved.
 */
export function useHolding(most = mostInSmallField, early?: string): Holding {
  const [text, setText] = useState(early);
  useUnsaved(text !== undefined);
  const hold = (event: Insertion) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const huge = hugeInsertion(event, field, most);
    if (!huge) return;
    event.preventDefault();
    setText(huge);
  };
  return { text, watch: { onPaste: hold, onBeforeInput: hold }, putAway: () => setText(undefined) };
}

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
