// All promises: what is on, what rests, what is over.

import { type Commitment, countActive, hasRoom } from '@core/domain/commitment.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { sentenceOf } from '../../face/promise-words.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { UnreadNote } from '../../faults/unread-note.tsx';
import { useLive } from '../../use-live.ts';
import { PageHead } from '../page-head.tsx';
import { byState, readCommitments } from './promise-queries.ts';
import { stateWords, whenWords } from './promise-words.ts';
import './promises.css';

export function PromisesPage() {
  const t = useWords();
  const { router, days } = useApplication();
  const { value, fault, refresh } = useLive(readCommitments);
  const today = days.shown.value;
  const groups = value && byState(value.items, today);

  return (
    <div class="stack page">
      <PageHead title={t('app.promises')}>
        <Button kind="main" onClick={() => router.go('promises/new')}>
          {t('promises.new')}
        </Button>
      </PageHead>
      {fault && <FaultNotice fault={fault} onRetry={() => void refresh()} />}
      {value && <UnreadNote count={value.unread} />}
      {groups && (
        <>
          {groups.active.length === 0 && <p class="soft">{t('promises.noneActive')}</p>}
          <PromiseGroup title={t('promises.active')} promises={groups.active} />
          <PromiseGroup title={t('promises.paused')} promises={groups.paused} />
          <PromiseGroup title={t('promises.ended')} promises={groups.ended} />
          {!hasRoom('dated', countActive(value.items, today)) && <p class="soft small">{t('promises.enough')}</p>}
        </>
      )}
    </div>
  );
}

interface PromiseGroupProps {
  readonly title: string;
  readonly promises: readonly Commitment[];
}

function PromiseGroup({ title, promises }: PromiseGroupProps) {
  const t = useWords();
  const { router, selection, days } = useApplication();
  const today = days.shown.value;
  if (promises.length === 0) return null;

  const open = (id: string) => {
    selection.promise.value = id;
    router.go('promises/one');
  };
  return (
    <section class="stack section">
      <h2>{title}</h2>
      <ul class="ruled">
        {promises.map((promise) => (
          <li key={promise.id}>
            <button type="button" class="line" onClick={() => open(promise.id)}>
              <span class="line-words">
                <bdi class="own-words promise-in-list">{sentenceOf(promise, t)}</bdi>
                <span class="soft small promise-when">
                  {stateWords(t, promise, today) ?? whenWords(t, promise, today)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
