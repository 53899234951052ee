// Where the focus goes when the button that was pressed is no longer there.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A ref for an element with `tabIndex={-1}`. When the focus was inside it and `phase` changes what it holds, the focus
 * stays inside: in the field, if there is one now. Focus that was elsewhere, as in the address bar, is never taken.
 */
export function useKeptFocus(phase: unknown): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement | null>(null);
  const wasWithin = place.current?.contains(document.activeElement) ?? false; // asked before the old content goes

  useLayoutEffect(() => {
    const here = place.current;
    if (!wasWithin || !here || here.contains(document.activeElement)) return;
    (here.querySelector('textarea') ?? here).focus();
  }, [phase]);
  return place;
}
