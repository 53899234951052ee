// Tells the page around a field that words stand in it and nowhere else. The new tab and the popup have nobody to tell.

import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';

/** Counts one text as unsaved until the answer is called. */
export const HoldContext = createContext<(() => () => void) | undefined>(undefined);

/** Holds for as long as `isTyped` is true and the component is there. */
export function useTyped(isTyped: boolean): void {
  const hold = useContext(HoldContext);
  useEffect(() => (isTyped ? hold?.() : undefined), [isTyped, hold]);
}
