// Keeps what stands in a field or a form as a draft, from the first key until it is saved or the form is left.

import type { Fields } from '@core/kernel/record.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useUnsaved } from '@ui/unsaved.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenDraft, OpenedDraft } from './open-draft.ts';

export interface Keeping extends Partial<Pick<OpenedDraft, 'key'>>, Pick<OpenedDraft, 'touch' | 'settle' | 'discard'> {
  readonly fault: Fault | undefined;
  /** The commit is done: nothing is to be kept any more, whatever is still typed. */
  done(): void;
}

interface DraftOptions {
  /** Nothing where nobody keeps drafts. */
  readonly open: OpenDraft | undefined;
  /** The draft that is taken up again. */
  readonly key: string | undefined;
  readonly unsaved: boolean;
  /** What stands on the screen now; nothing when there is nothing worth keeping. */
  readonly read: () => Fields | undefined;
}

export function useDraft({ open, key, unsaved, read }: DraftOptions): Keeping {
  // The newest values, for a write that comes a moment after the keys, or after the form has gone from the page.
  const newest = useRef(read);
  newest.current = read;
  const over = useRef(false);
  // One draft for the life of the form
  const [draft] = useState(() => open?.(key, () => (over.current ? undefined : newest.current())));
  useEffect(() => () => draft?.close(), [draft]);
  useUnsaved(unsaved);
  return {
    ...(draft ?? nothingKept),
    fault: draft?.fault.value,
    done() {
      over.current = true;
    },
  };
}

const nothingKept = { touch: () => {}, settle: async () => {}, discard: async () => {} };
