// Yes or no: a checkbox with its words beside it.

import type { ComponentChildren } from 'preact';
import './tick.css';

interface TickProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ComponentChildren;
}

export function Tick({ checked, onChange, children }: TickProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        autocomplete="off"
      />
      <span>{children}</span>
    </label>
  );
}
