// One entry to read.

import { deleteEntry, type JournalEntry, restoreEntry } from '@core/domain/journal-entry.ts';
import { Button } from '@ui/parts/button.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { dayName } from '../../day-words.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useSaving } from '../../saving.ts';
import { useLive } from '../../use-live.ts';
import { PageHead } from '../page-head.tsx';
import { SavingNote } from '../saving-note.tsx';
import { readEntry } from './journal-queries.ts';
import './journal.css';

export function EntryPage() {
  const t = useWords();
  const { selection, days } = useApplication();
  const id = selection.entry.value;
  const { value, fault, refresh } = useLive(readEntry(id), [id]);
  const entry = value?.item;
  const title = entry ? dayName(t, entry.day, days.shown.value) : t('journal.entry');
  return (
    <div class="stack page">
      <PageHead title={title} home={{ page: 'journal', name: t('app.journal') }} />
      {fault && <FaultNotice fault={fault} onRetry={() => void refresh()} />}
      {value && !entry && <p class="soft">{t('journal.notChosen')}</p>}
      {entry && <Entry entry={entry} />}
    </div>
  );
}

function Entry({ entry }: { readonly entry: JournalEntry }) {
  const t = useWords();
  const { router, selection, undo, commit } = useApplication();
  const saving = useSaving();
  const remove = async () => {
    if (!(await saving.save([deleteEntry(entry.id)]))) return;
    undo.propose({ done: t('app.deleted'), undo: () => commit([restoreEntry(entry.id)]) });
    router.close('journal');
  };
  const edit = () => {
    selection.writing.value = { entry: entry.id };
    router.go('journal/write');
  };
  return (
    <>
      {entry.body.conflict && <Notice>{t('journal.conflict')}</Notice>}
      <p class="own-words entry-text" dir="auto">
        {entry.body.text}
      </p>
      {entry.heavy && <p class="soft small">{t('journal.wasHeavy')}</p>}
      <div class="cluster">
        <Button onClick={edit}>{t('app.edit')}</Button>
        <Button onClick={() => void remove()}>{t('app.delete')}</Button>
      </div>
      {saving.state.value.type === 'fault' && <SavingNote saving={saving} onRetry={() => void remove()} />}
    </>
  );
}
