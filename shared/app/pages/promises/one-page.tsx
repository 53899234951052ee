// One promise: its words, what can be done with it, and its days.

import {
  type Commitment,
  deleteCommitment,
  endCommitment,
  hasRoom,
  restoreCommitment,
  resumeCommitment,
} from '@core/domain/commitment.ts';
import { stateOn } from '@core/domain/due.ts';
import { needsLastDay, takeUpAgain } from '@core/domain/take-up-again.ts';
import type { Edit } from '@core/kernel/record.ts';
import { Button } from '@ui/parts/button.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { useKeptFocus } from '../../face/kept-focus.ts';
import { sentenceOf } from '../../face/promise-words.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useSaving } from '../../saving.ts';
import { useLive } from '../../use-live.ts';
import { PageHead } from '../page-head.tsx';
import { SavingNote } from '../saving-note.tsx';
import { AgainDialog } from './again-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { PromiseDays } from './promise-days.tsx';
import { type OnePromise, readOnePromise } from './promise-queries.ts';
import { stateWords, whenWords } from './promise-words.ts';
import { scheduleAsBefore } from './schedule-undo.ts';
import './promises.css';

export function OnePage() {
  const t = useWords();
  const { selection, days } = useApplication();
  const id = selection.promise.value ?? '';
  const today = days.shown.value;
  const { value, fault, refresh } = useLive(readOnePromise(id, today), [id, today]);
  const commitment = value?.commitment;
  const home = { page: 'promises', name: t('app.promises') } as const;
  return (
    <div class="stack page">
      <PageHead title={t('promises.one')} home={home} />
      {fault && <FaultNotice fault={fault} onRetry={() => void refresh()} />}
      {value && !commitment && <p class="soft">{t('promises.notChosen')}</p>}
      {value && commitment && <PromiseSheet {...value} commitment={commitment} />}
    </div>
  );
}

interface PromiseProps extends OnePromise {
  readonly commitment: Commitment;
}

function PromiseSheet({ commitment, outcomes, others }: PromiseProps) {
  const t = useWords();
  const { router, days } = useApplication();
  const today = days.shown.value;
  return (
    <>
      <div class="stack">
        <p class="own-words promise-large">
          <bdi>{sentenceOf(commitment, t)}</bdi>
        </p>
        <p class="soft">
          {[whenWords(t, commitment, today), stateWords(t, commitment, today)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <PromiseActs commitment={commitment} hasRoom={hasRoom(commitment.form, others)} />
      <PromiseDays commitment={commitment} outcomes={outcomes} />
      <PauseDialog commitment={commitment} open={router.page.value === 'promises/pause'} />
      <AgainDialog commitment={commitment} open={router.page.value === 'promises/again'} />
    </>
  );
}

interface PromiseActsProps {
  readonly commitment: Commitment;
  /** For one more that is active. */
  readonly hasRoom: boolean;
}

function PromiseActs({ commitment, hasRoom }: PromiseActsProps) {
  const t = useWords();
  const { router, days, undo, commit } = useApplication();
  const saving = useSaving();
  const today = days.shown.value;
  const state = stateOn(commitment, today);

  const act = async (edit: Edit, done: string, back: Edit) => {
    const saved = await saving.save([edit]);
    if (saved) undo.propose({ done, undo: () => commit([back]) });
    return saved;
  };
  const remove = async () => {
    const gone = await act(deleteCommitment(commitment.id), t('app.deleted'), restoreCommitment(commitment.id));
    if (gone) router.close('promises');
  };
  const place = useKeptFocus(state);
  const asBefore = scheduleAsBefore(commitment);
  const again = () => {
    if (needsLastDay(commitment, today)) router.go('promises/again');
    else void act(takeUpAgain(commitment, today), t('promises.resumed'), asBefore);
  };
  return (
    <div class="stack section" ref={place} tabIndex={-1}>
      <div class="cluster">
        <Button onClick={() => router.go('promises/edit')}>{t('promises.change')}</Button>
        {state === 'active' && <Button onClick={() => router.go('promises/pause')}>{t('promises.pause')}</Button>}
        {state === 'paused' && (
          <Button
            disabled={!hasRoom}
            onClick={() => void act(resumeCommitment(commitment, today), t('promises.resumed'), asBefore)}
          >
            {t('promises.resume')}
          </Button>
        )}
        {state === 'ended' && (
          <Button disabled={!hasRoom} onClick={again}>
            {t('promises.again')}
          </Button>
        )}
        {state !== 'ended' && (
          <Button onClick={() => void act(endCommitment(commitment, today), t('promises.endedNow'), asBefore)}>
            {t('promises.end')}
          </Button>
        )}
        <Button onClick={() => void remove()}>{t('app.delete')}</Button>
      </div>
      {state !== 'active' && !hasRoom && <Notice>{t('error.tooManyActive')}</Notice>}
      {saving.state.value.type === 'fault' && <SavingNote saving={saving} onRetry={saving.rest} />}
    </div>
  );
}
