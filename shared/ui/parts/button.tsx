// A button that is never `submit` by accident and never smaller than a fingertip.

import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './button.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon'> {
  /** `main`: the one thing this screen is for. `plain`: every other act. `quiet`: words only. */
  readonly kind?: 'main' | 'plain' | 'quiet';
  readonly children: ComponentChildren;
}

export function Button({ kind = 'plain', type = 'button', class: extra, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} class={extra ? `button ${extra}` : 'button'} data-kind={kind}>
      {children}
    </button>
  );
}
