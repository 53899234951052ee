// What is said beside the button while a backup is made, and after.

import { useWords } from '@ui/words.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { Progress } from './progress.tsx';
import type { BackingUpState } from './use-backing-up.ts';

interface BackingUpNoteProps {
  readonly state: BackingUpState;
  /** What is true of the place that it went to. */
  readonly done: 'backup.saved' | 'backup.done';
}

export function BackingUpNote({ state: { share, made, trouble }, done }: BackingUpNoteProps) {
  const t = useWords();
  if (share !== undefined) return <Progress label={t('backup.making')} share={share} />;
  if (trouble?.type === 'notWritten') return <p role="alert">{t('backup.notWritten')}</p>;
  if (trouble?.type === 'notGood') return <p role="alert">{t('backup.notGood')}</p>;
  if (trouble) return <FaultNotice fault={{ type: trouble.type }} />;
  return (
    <div role="status">
      {made && <p>{t(done, { name: made.name })}</p>}
      {made && made.unread > 0 && <p>{t('backup.unread', { n: made.unread })}</p>}
    </div>
  );
}
