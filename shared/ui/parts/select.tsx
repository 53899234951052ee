// A choice from a longer list, by the system's own control.

import { useId } from 'preact/hooks';
import { FieldFrame, type FieldTexts, noteIds } from './field-frame.tsx';

interface SelectProps<Value extends string> extends FieldTexts {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function Select<Value extends string>({ value, options, onChange, ...texts }: SelectProps<Value>) {
  const id = useId();
  const choose = (index: number) => {
    const option = options[index];
    if (option) onChange(option.value);
  };
  return (
    <FieldFrame id={id} {...texts}>
      <select
        id={id}
        class="entry"
        autocomplete="off"
        aria-describedby={noteIds(id, texts)}
        onChange={(event) => choose(event.currentTarget.selectedIndex)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
