// What was noticed, day by day: one's own small acts, and the other's kind ones.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useLive } from '../../use-live.ts';
import { DayList } from '../day-list.tsx';
import { OwnWordsAgain } from '../own-words-again.tsx';
import { PageHead } from '../page-head.tsx';
import { NoticedLine } from './noticed-line.tsx';
import { type Noticed, readNoticed } from './win-queries.ts';
import './wins.css';

const atOnce = 40;

export function WinsPage() {
  const t = useWords();
  const { router, selection, days } = useApplication();
  const [most, setMost] = useState(atOnce);
  const today = days.shown.value;
  const { value, fault, refresh } = useLive(readNoticed(today, most), [today, most]);

  const open = (page: 'wins/add' | 'wins/notice', id?: string) => {
    selection.noticed.value = id;
    router.go(page);
  };
  const line = (one: Noticed) =>
    one.kind === 'win' ? (
      <>
        <NoticedLine title={t(`win.${one.win.of}`)} note={one.win.note} onOpen={() => open('wins/add', one.win.id)} />
        <OwnWordsAgain words={value?.wordsOf.get(one.win.id)} />
      </>
    ) : (
      <NoticedLine
        title={t('wins.noticed')}
        note={one.appreciation.what}
        onOpen={() => open('wins/notice', one.appreciation.id)}
      />
    );
  return (
    <div class="stack page">
      <PageHead title={t('app.wins')}>
        <div class="cluster">
          <Button kind="main" onClick={() => open('wins/add')}>
            {t('wins.add')}
          </Button>
          <Button onClick={() => open('wins/notice')}>{t('wins.notice')}</Button>
        </div>
      </PageHead>
      {fault && <FaultNotice fault={fault} onRetry={() => void refresh()} />}
      {value && (
        <DayList
          found={value}
          keyOf={(one) => (one.kind === 'win' ? one.win.id : one.appreciation.id)}
          line={line}
          empty={t('wins.none')}
          onEarlier={() => setMost(most + atOnce)}
        />
      )}
    </div>
  );
}
