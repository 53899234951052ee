// The textarea itself: uncontrolled, as the platform made it, with its label and the sentence for what is wrong.

import { FieldFrame, noteIds } from '@ui/parts/field-frame.tsx';
import type { Holding } from '@ui/parts/holding.ts';
import { useWords } from '@ui/words.ts';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';

interface SheetProps {
  readonly sheet: RefObject<HTMLTextAreaElement | null>;
  /** What it begins with. Later values are not looked at. */
  readonly text: string;
  readonly error: string | undefined;
  /** While it is being saved no key gets lost between the text that was taken and the page that closes. */
  readonly locked: boolean;
  readonly onInput: () => void;
  /** Keeps out what is far too long. */
  readonly holding: Holding;
}

export function Sheet({ sheet, text, error, locked, onInput, holding }: SheetProps) {
  const t = useWords();
  const id = useId();
  return (
    <FieldFrame id={id} label={t('journal.text')} labelHidden error={error}>
      <textarea
        ref={sheet}
        id={id}
        class="entry own-words sheet"
        data-room="page"
        dir="auto"
        autocomplete="off"
        defaultValue={text}
        readOnly={locked}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={noteIds(id, { error, hint: undefined })}
        {...holding.watch}
        onInput={onInput}
      />
    </FieldFrame>
  );
}
