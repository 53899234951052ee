// The popup goes by itself a moment after a win, unless the person turns to what it offers.

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Long enough to read the name of the act. */
const farewellMilliseconds = 1600;

/** A ref for what is offered: a focus that is moved into it, or a pointer over it, makes the popup stay. */
export function useFarewell(isOver: boolean, close: () => void): RefObject<HTMLDivElement | null> {
  const offer = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const place = offer.current;
    if (!isOver || !place) return;
    const timer = setTimeout(close, farewellMilliseconds);
    const stay = () => clearTimeout(timer);
    const turnings = ['focusin', 'pointermove', 'pointerdown'];
    for (const turning of turnings) place.addEventListener(turning, stay);
    return () => {
      stay();
      for (const turning of turnings) place.removeEventListener(turning, stay);
    };
  }, [isOver, close]);
  return offer;
}
