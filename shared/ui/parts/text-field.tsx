// What a line and a sheet to write on have in common: label, notes, and a text that is far too long kept beside the field.

import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';
import { FieldFrame, type FieldTexts, noteIds } from './field-frame.tsx';
import { HeldBack } from './held-back.tsx';
import { type Holding, useHolding } from './holding.ts';

export interface TextFieldTexts extends FieldTexts {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** For the `<input>` or `<textarea>`, over whatever else its page says about it. */
type Tied = Holding['watch'] & {
  readonly id: string;
  readonly value: string;
  readonly onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-describedby': string | undefined;
};

interface TextFieldProps extends TextFieldTexts {
  readonly children: (tied: Tied) => ComponentChildren;
}

export function TextField({ value, onInput, children, ...texts }: TextFieldProps) {
  const id = useId();
  const holding = useHolding();
  return (
    <FieldFrame id={id} {...texts}>
      {children({
        ...holding.watch,
        ...{ id, value },
        onInput: (event) => onInput(event.currentTarget.value),
        'aria-invalid': texts.error ? 'true' : undefined,
        'aria-describedby': noteIds(id, texts),
      })}
      <HeldBack holding={holding} />
    </FieldFrame>
  );
}
