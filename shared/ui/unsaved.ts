// Tells the page around a field that something stands in it and nowhere else. Where nobody listens, nothing happens.

import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';

/** Counts one text as unsaved until the answer is called. */
export const HoldContext = createContext<(() => () => void) | undefined>(undefined);

/** Holds for as long as `isUnsaved` is true and the component is there. */
export function useUnsaved(isUnsaved: boolean): void {
  const hold = useContext(HoldContext);
  useEffect(() => (isUnsaved ? hold?.() : undefined), [isUnsaved, hold]);
}
