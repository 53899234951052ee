// What concerns every page: a fault of the storage, a new version that waits, a page that has grown old.

import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../application.ts';
import { FaultNotice } from '../faults/fault-notice.tsx';
import { useFetched } from '../use-fetched.ts';

const fetchLossNotice = async () => (await import('../recovery/loss-notice.tsx')).LossNotice;

export function ShellNotices({ replaced }: { readonly replaced: boolean }) {
  const LossNotice = useFetched(true, fetchLossNotice);
  return (
    <>
      <StateNotice replaced={replaced} />
      {typeof LossNotice === 'function' && <LossNotice />}
    </>
  );
}

function StateNotice({ replaced }: { readonly replaced: boolean }) {
  const t = useWords();
  const { host, today, unsaved } = useApplication();
  const { fault } = today.reading.value;
  const update = host.update.value;
  if (replaced) return <FaultNotice fault={{ type: 'replaced' }} />;
  if (fault) return <FaultNotice fault={fault} onRetry={() => void today.refresh()} />;
  if (!update) return null;
  // Never over unsaved text: the offer stays, but its button comes only when the text is put away.
  const action = unsaved.any.value ? undefined : { label: t('app.updateNow'), onPress: update.apply };
  const waits = unsaved.any.value ? t('app.updateWaits') : t('app.updateReady');
  return <Notice action={action}>{update.type === 'taken' ? t('app.updateTaken') : waits}</Notice>;
}
