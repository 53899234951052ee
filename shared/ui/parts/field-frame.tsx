// The label above and the notes below, the same for every kind of field.

import type { ComponentChildren } from 'preact';
import './field.css';

export interface FieldTexts {
  readonly label: string;
  /** The label is there for a screen reader only: the page already says what the field is for. */
  readonly labelHidden?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong, as a sentence with a next step. The text stays in the field. */
  readonly error?: string | undefined;
}

/** Ids of the notes that are shown, for `aria-describedby`: the error first, because it is heard first. */
export function noteIds(id: string, { hint, error }: Pick<FieldTexts, 'hint' | 'error'>): string | undefined {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

interface FieldFrameProps extends FieldTexts {
  readonly id: string;
  readonly children: ComponentChildren;
}

export function FieldFrame({ id, label, labelHidden = false, hint, error, children }: FieldFrameProps) {
  return (
    <div class="field">
      <label for={id} class={labelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** The error has a live region that is there before it is needed, so that it is read out when it comes. */
export function FieldNotes({ id, hint, error }: { id: string } & Pick<FieldTexts, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="field-error" id={`${id}-error`} role="status">
        {error}
      </p>
    </>
  );
}
