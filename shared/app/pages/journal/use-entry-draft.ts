// Keeps what an editor holds as a draft, from the first key until it is saved or the page is left.

import type { JournalEntry } from '@core/domain/journal-entry.ts';
import { parseLocalDay } from '@core/kernel/local-day.ts';
import type { Fault } from '@core/vault/fault.ts';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { holdDraft } from '../../draft-hold.ts';
import { draftFields, type EntryDraft } from './entry-draft.ts';

interface EntryDraftOptions {
  readonly shown: JournalEntry | undefined;
  readonly draft: EntryDraft | undefined;
  readonly sheet: RefObject<HTMLTextAreaElement | null>;
  readonly day: string;
  readonly heavy: boolean;
}

export interface Keeping {
  readonly key: string;
  /** There are words that are not saved. */
  readonly touched: boolean;
  readonly fault: Fault | undefined;
  touch(): void;
  /** Call before the commit that drops the draft. */
  settle(): Promise<void>;
  /** The commit is done: nothing is to be kept any more. */
  done(): void;
}

export function useEntryDraft({ shown, draft, sheet, day, heavy }: EntryDraftOptions): Keeping {
  const { openDraft, host, days } = useApplication();
  const [touched, setTouched] = useState(draft !== undefined);
  const [key] = useState(() => draft?.key ?? `entry|${host.random.uuid()}`);
  // The newest values, for a write that comes a moment after the keys, or after the fields have gone from the page.
  const about = useRef({ day, heavy });
  about.current = { day, heavy };
  const text = useRef<HTMLTextAreaElement | null>(null);

  // One draft for the life of the editor
  const drafting = useMemo(
    () =>
      openDraft(key, () => {
        const body = text.current?.value ?? '';
        if (!shown && body.trim() === '') return undefined;
        const known = parseLocalDay(about.current.day) ?? shown?.day ?? days.shown.peek();
        const over = shown?.body.heads ?? [];
        return draftFields({ day: known, body, heavy: about.current.heavy, over, aside: false, ...entryOf(shown) });
      }),
    [],
  );
  useEffect(() => {
    text.current = sheet.current; // kept here: the ref of the page is emptied before the last words are put away
    const release = holdDraft(key);
    return () => void drafting.stop().finally(release);
  }, [drafting, key, sheet]);

  return {
    key,
    touched,
    fault: drafting.fault.value,
    touch() {
      setTouched(true);
      drafting.touch();
    },
    settle: drafting.settle,
    done: () => setTouched(false),
  };
}

const entryOf = (shown: JournalEntry | undefined) => (shown ? { entry: shown.id } : {});
