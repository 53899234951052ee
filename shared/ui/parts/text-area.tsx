// Room for the person's own words, which grows with them.

import type { TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { FieldFrame, type FieldTexts, noteIds } from './field-frame.tsx';
import { HeldBack } from './held-back.tsx';
import { useHolding } from './holding.ts';

interface TextAreaProps extends FieldTexts {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** `line` starts as one line and grows; `page` is a sheet to write on. Default: a few lines. */
  readonly room?: 'line' | 'lines' | 'page';
  /** Anything else the `<textarea>` takes: onBlur, enterkeyhint, spellcheck, ref … */
  readonly area?: Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'value' | 'onInput' | 'onPaste' | 'onBeforeInput' | 'id'
  >;
}

export function TextArea({ value, onInput, room = 'lines', area = {}, ...texts }: TextAreaProps) {
  const id = useId();
  const holding = useHolding();
  return (
    <FieldFrame id={id} {...texts}>
      <textarea
        dir="auto"
        {...area}
        {...holding.watch}
        id={id}
        class="entry own-words"
        data-room={room}
        rows={room === 'line' ? 1 : 3}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        autocomplete="off"
        aria-invalid={texts.error ? 'true' : undefined}
        aria-describedby={noteIds(id, texts)}
      />
      <HeldBack holding={holding} />
    </FieldFrame>
  );
}
