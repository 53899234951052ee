// The journal: unfinished entries first, then what was written, day by day.

import type { JournalEntry } from '@core/domain/journal-entry.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useLive } from '../../use-live.ts';
import { DayList } from '../day-list.tsx';
import { PageHead } from '../page-head.tsx';
import { beginningOf } from './beginning-of.ts';
import { readEntries } from './journal-queries.ts';
import { Unfinished } from './unfinished.tsx';
import './journal.css';

const atOnce = 30;

export function JournalPage() {
  const t = useWords();
  const { router, selection, days } = useApplication();
  const [most, setMost] = useState(atOnce);
  const today = days.shown.value;
  const { value, fault, refresh } = useLive(readEntries(today, most), [today, most]);

  const open = (id: string) => {
    selection.entry.value = id;
    router.go('journal/entry');
  };
  const line = (entry: JournalEntry) => (
    <button type="button" class="line" onClick={() => open(entry.id)}>
      <span class="own-words entry-start" dir="auto">
        {beginningOf(entry.body.text)}
      </span>
    </button>
  );
  return (
    <div class="stack page">
      <PageHead title={t('app.journal')}>
        <Button kind="main" onClick={() => router.go('journal/write')}>
          {t('journal.write')}
        </Button>
      </PageHead>
      {fault && <FaultNotice fault={fault} onRetry={() => void refresh()} />}
      <Unfinished />
      {value && (
        <DayList
          found={value}
          keyOf={(entry) => entry.id}
          line={line}
          empty={t('journal.none')}
          onEarlier={() => setMost(most + atOnce)}
        />
      )}
    </div>
  );
}
