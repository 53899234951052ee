import { useWords } from '@ui/words.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import type { Relock } from './use-relock.ts';

/** What is happening while the lock changes, and what went wrong: then everything is as it was. */
export function RelockNote({ relock }: { readonly relock: Relock }) {
  const t = useWords();
  return (
    <>
      <div role="status">
        {relock.progress !== undefined && (
          <label class="stack lock-progress">
            <span>{t('lock.working')}</span>
            <progress value={relock.progress} max={1} />
          </label>
        )}
      </div>
      {relock.fault && (
        <>
          <FaultNotice fault={relock.fault} />
          <p class="soft small">{t('lock.asItWas')}</p>
        </>
      )}
    </>
  );
}
