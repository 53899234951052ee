// Keeps what an editor holds as a draft, from the first key until it is saved or the page is left.

import type { JournalEntry } from '@core/domain/journal-entry.ts';
import { parseLocalDay } from '@core/kernel/local-day.ts';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { draftOpener } from '../../open-draft.ts';
import { type Keeping, useDraft } from '../../use-draft.ts';
import { draftFields, type EntryDraft } from './entry-draft.ts';

interface EntryDraftOptions {
  readonly shown: JournalEntry | undefined;
  readonly draft: EntryDraft | undefined;
  readonly sheet: RefObject<HTMLTextAreaElement | null>;
  readonly day: string;
  readonly heavy: boolean;
}

export interface EntryKeeping extends Keeping {
  /** There are words that are not saved. */
  readonly touched: boolean;
}

export function useEntryDraft({ shown, draft, sheet, day, heavy }: EntryDraftOptions): EntryKeeping {
  const application = useApplication();
  const [touched, setTouched] = useState(draft !== undefined);
  const text = useRef<HTMLTextAreaElement | null>(null);
  useEffect(() => {
    text.current = sheet.current; // kept here: the ref of the page is emptied before the last words are put away
  }, [sheet]);
  const keeping = useDraft({
    open: useMemo(() => draftOpener(application), [application]),
    key: draft?.key,
    unsaved: touched,
    read() {
      const body = text.current?.value ?? '';
      if (!shown && body.trim() === '') return undefined;
      const known = parseLocalDay(day) ?? shown?.day ?? application.days.shown.peek();
      const over = shown?.body.heads ?? [];
      return draftFields({ day: known, body, heavy, over, aside: false, ...entryOf(shown) });
    },
  });
  return {
    ...keeping,
    touched,
    touch() {
      setTouched(true);
      keeping.touch();
    },
    done() {
      setTouched(false);
      keeping.done();
    },
  };
}

const entryOf = (shown: JournalEntry | undefined) => (shown ? { entry: shown.id } : {});
