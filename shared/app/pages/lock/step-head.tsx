// The name of a step. Whoever comes to it by keyboard, or hears the page, begins there.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function StepHead({ children }: { readonly children: ComponentChildren }) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <h2 ref={place} tabIndex={-1}>
      {children}
    </h2>
  );
}
