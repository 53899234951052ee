// The unfinished entries, and what can be done with them.

import type { Fault } from '@core/vault/fault.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { useLive } from '../../use-live.ts';
import { readDrafts } from './draft-queries.ts';
import { draftFields, type EntryDraft } from './entry-draft.ts';

export function useDrafts() {
  const t = useWords();
  const { ledger, router, selection, undo, draftRevision, draftsChanged } = useApplication();
  const { value, fault } = useLive(readDrafts, [draftRevision.value]);
  const [trouble, setTrouble] = useState<Fault>();

  const keep = async (draft: EntryDraft, aside: boolean) => {
    const kept = await ledger.saveDraft(draft.key, draftFields({ ...draft, aside }));
    setTrouble(kept.ok ? undefined : kept.error);
    draftsChanged();
    return kept;
  };
  const throwAway = async (draft: EntryDraft) => {
    const dropped = await ledger.dropDraft(draft.key);
    setTrouble(dropped.ok ? undefined : dropped.error);
    draftsChanged();
    if (dropped.ok) undo.propose({ done: t('app.deleted'), undo: () => keep(draft, true) });
  };
  return {
    drafts: value ?? [],
    fault: trouble ?? fault,
    goOn(draft: EntryDraft) {
      selection.entry.value = draft.entry; // where closing the sheet leads back to
      selection.writing.value = { draft: draft.key };
      router.go('journal/write');
    },
    putAside: (draft: EntryDraft) => void keep(draft, true),
    throwAway: (draft: EntryDraft) => void throwAway(draft),
  };
}
