// One of a few, all in sight and all alike: radio buttons that look like the segments of one control.

import { useId } from 'preact/hooks';
import { FieldNotes, type FieldTexts, noteIds } from './field-frame.tsx';
import './choice.css';

interface ChoiceProps<Value extends string> extends FieldTexts {
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: Value) => void;
  /** Always one under another. By default the options stand in a row where there is room. */
  readonly stacked?: boolean;
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { value, options, onChange, label, labelHidden = false, hint, error, stacked = false } = props;
  const id = useId();
  return (
    <fieldset class="choice" aria-describedby={noteIds(id, { hint, error })}>
      <legend class={labelHidden ? 'visually-hidden' : undefined}>{label}</legend>
      <div class="choice-options" data-stacked={stacked}>
        {options.map((option) => (
          <label key={option.value} class="choice-option">
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              autocomplete="off"
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
