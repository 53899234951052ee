// One line to fill in: its label, its hint and the sentence that says what is wrong, tied together for a screen reader.

import type { LooseInputHTMLAttributes, Ref } from 'preact';
import { TextField, type TextFieldTexts } from './text-field.tsx';

interface FieldProps extends TextFieldTexts {
  readonly type?: keyof typeof typed;
  /** The person's own words: set in the serif. */
  readonly ownWords?: boolean;
  readonly input?: Extra & { readonly ref?: Ref<HTMLInputElement> };
}

/** What else a page may say about the `<input>`. */
type Extra = Pick<
  LooseInputHTMLAttributes<HTMLInputElement>,
  | 'autocapitalize'
  | 'enterkeyhint'
  | 'inputmode'
  | 'max'
  | 'min'
  | 'name'
  | 'onBlur'
  | 'onFocus'
  | 'onKeyDown'
  | 'placeholder'
  | 'required'
  | 'spellcheck'
  | 'step'
>;

// One object for each type: the compiler then knows that every type goes with the other attributes.
const typed = {
  text: { type: 'text' },
  date: { type: 'date' },
  time: { type: 'time' },
  number: { type: 'number' },
  url: { type: 'url' },
  password: { type: 'password' },
} as const;

export function Field({ type = 'text', ownWords = false, input = {}, ...texts }: FieldProps) {
  return (
    <TextField {...texts}>
      {(tied) => (
        <input
          dir="auto"
          {...input}
          {...typed[type]}
          class={ownWords ? 'entry own-words' : 'entry'}
          {...tied}
          autocomplete="off"
        />
      )}
    </TextField>
  );
}
