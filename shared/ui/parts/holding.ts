// Keeps a text that is far too long for its field out of it, and holds on to it, so that nothing is gone.

import { useState } from 'preact/hooks';
import { useUnsaved } from '../unsaved.ts';
import { hugeInsertion, type Insertion, mostInSmallField } from './insertion.ts';

/** What a field with this needs: its two handlers, and what to show when something was held back. */
export interface Holding {
  readonly text: string | undefined;
  readonly watch: {
    readonly onPaste: (event: ClipboardEvent) => void;
    readonly onBeforeInput: (event: InputEvent) => void;
  };
  readonly putAway: () => void;
}

/**
 * `most`: the units that the field may come to hold. `early`: what came in before this was there, if it was too much.
 * What is held back stands nowhere else, so it counts as unsaved.
 */
export function useHolding(most = mostInSmallField, early?: string): Holding {
  const [text, setText] = useState(early);
  useUnsaved(text !== undefined);
  const hold = (event: Insertion) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const huge = hugeInsertion(event, field, most);
    if (!huge) return;
    event.preventDefault();
    setText(huge);
  };
  return { text, watch: { onPaste: hold, onBeforeInput: hold }, putAway: () => setText(undefined) };
}
