// Words brought in from a file: chosen, looked at, brought in with one act, taken back with one.

import { Button } from '@ui/parts/button.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useEffect, useRef } from 'preact/hooks';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { FilePick } from '../file-pick.tsx';
import { PageHead } from '../page-head.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './use-import.ts';

const readable = ['inExport', 'inDayOne', 'inLoop', 'inTable'] as const;

export function ImportPage() {
  const t = useWords();
  const { state, read, look, take, takeBack, rest } = useImport();
  const result = useRef<HTMLHeadingElement>(null);
  const isLooking = state.type === 'looking' || state.type === 'taking';
  const isTaken = state.type === 'taken' || state.type === 'takingBack';
  useUnsaved(isLooking || state.type === 'takingBack'); // no new version takes over in the middle
  // What came of a press is read out, and is where the next key acts
  useEffect(() => result.current?.focus(), [isLooking, isTaken]);

  return (
    <div class="stack page">
      <PageHead title={t('exchange.in')} home={{ page: 'settings', name: t('app.settings') }} />
      {!isLooking && !isTaken && (
        <section class="stack section">
          <p>{t('exchange.inWhat')}</p>
          <ul class="points">
            {readable.map((kind) => (
              <li key={kind}>{t(`exchange.${kind}`)}</li>
            ))}
          </ul>
          <div class="form-foot">
            <FilePick
              kind="main"
              label={t('exchange.choose')}
              accept=".zip,.json,.csv,.tsv,.txt"
              disabled={state.type === 'reading'}
              onPick={(file) => void read(file)}
            />
          </div>
        </section>
      )}
      {isLooking && (
        <section class="stack section">
          <h2 ref={result} tabIndex={-1}>
            {t(`exchange.from-${state.incoming.source}`)}
          </h2>
          <ImportPreview look={state} onBringBack={(bringBack) => void look(state.incoming, bringBack)} />
          {state.type === 'looking' && state.fault && (
            <FaultNotice fault={state.fault} onRetry={() => void take(state)} />
          )}
          <div class="cluster form-foot">
            {state.plan.edits.length > 0 && (
              <Button kind="main" disabled={state.type === 'taking'} onClick={() => void take(state)}>
                {t('exchange.take')}
              </Button>
            )}
            <Button disabled={state.type === 'taking'} onClick={rest}>
              {state.plan.edits.length > 0 ? t('app.cancel') : t('app.close')}
            </Button>
          </div>
        </section>
      )}
      {isTaken && (
        <section class="stack section">
          <h2 ref={result} tabIndex={-1}>
            {t('exchange.taken', { n: state.plan.edits.length })}
          </h2>
          {state.mayUndo && <p>{t('exchange.mayUndo')}</p>}
          {state.fault && <FaultNotice fault={state.fault} onRetry={() => void takeBack(state)} />}
          <div class="cluster form-foot">
            <Button kind="main" disabled={state.type === 'takingBack'} onClick={rest}>
              {t('exchange.fine')}
            </Button>
            {state.mayUndo && (
              <Button disabled={state.type === 'takingBack'} onClick={() => void takeBack(state)}>
                {t('exchange.takeBack')}
              </Button>
            )}
          </div>
        </section>
      )}
      <p role="status">
        {state.type === 'reading' && t('exchange.reading')}
        {(state.type === 'taking' || state.type === 'takingBack') && t('exchange.taking')}
        {state.type === 'takenBack' && t('exchange.takenBack')}
      </p>
      {state.type === 'refused' && <Notice role="alert">{t(`exchange.no-${state.refusal.type}`)}</Notice>}
      {state.type === 'fault' && <FaultNotice fault={state.fault} onRetry={rest} />}
    </div>
  );
}
