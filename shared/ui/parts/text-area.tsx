// Room for the person's own words, which grows with them.

import type { TextareaHTMLAttributes } from 'preact';
import { TextField, type TextFieldTexts } from './text-field.tsx';

interface TextAreaProps extends TextFieldTexts {
  /** `line` starts as one line and grows; `page` is a sheet to write on. Default: a few lines. */
  readonly room?: 'line' | 'lines' | 'page';
  /** Anything else the `<textarea>` takes: onBlur, enterkeyhint, spellcheck, ref … */
  readonly area?: Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'value' | 'onInput' | 'onPaste' | 'onBeforeInput' | 'id'
  >;
}

export function TextArea({ room = 'lines', area = {}, ...texts }: TextAreaProps) {
  return (
    <TextField {...texts}>
      {(tied) => (
        <textarea
          dir="auto"
          {...area}
          class="entry own-words"
          data-room={room}
          rows={room === 'line' ? 1 : 3}
          {...tied}
          autocomplete="off"
        />
      )}
    </TextField>
  );
}
