// The frame of every form: the browser neither fills it in, nor judges it, nor sends it anywhere.

import type { ComponentChildren, Ref } from 'preact';

interface FormProps {
  readonly onSubmit: () => void;
  readonly form?: Ref<HTMLFormElement>;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Form({ onSubmit, form, class: extra = 'form', children }: FormProps) {
  return (
    <form
      ref={form ?? null}
      class={`stack ${extra}`}
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
