// One line to fill in: its label, its hint and the sentence that says what is wrong, tied together for a screen reader.

import type { LooseInputHTMLAttributes, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { FieldFrame, type FieldTexts, noteIds } from './field-frame.tsx';
import { HeldBack } from './held-back.tsx';
import { useHolding } from './holding.ts';

interface FieldProps extends FieldTexts {
  readonly value: string;
  readonly onInput: (value: string) => void;
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

export function Field({ value, onInput, type = 'text', ownWords = false, input = {}, ...texts }: FieldProps) {
  const id = useId();
  const holding = useHolding();
  return (
    <FieldFrame id={id} {...texts}>
      <input
        dir="auto"
        {...input}
        {...holding.watch}
        id={id}
        {...typed[type]}
        class={ownWords ? 'entry own-words' : 'entry'}
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
