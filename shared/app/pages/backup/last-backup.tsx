// How far the last good backup reaches, and one that still waits to be looked at.

import type { BackupReading } from '@core/backup/waiting.ts';
import { useWords } from '@ui/words.ts';
import { longDay } from '../../day-words.ts';
import { CheckFile } from './check-file.tsx';

interface LastBackupProps {
  readonly reading: BackupReading;
  readonly onChecked: () => void;
}

export function LastBackup({ reading: { state, today }, onChecked }: LastBackupProps) {
  const t = useWords();
  const { last, unchecked } = state;
  return (
    <>
      <p class="backup-last">{last ? t('backup.last', { day: longDay(t, last.day, today) }) : t('backup.none')}</p>
      {unchecked && (
        <>
          <p>{t('backup.unchecked', { day: longDay(t, unchecked.day, today) })}</p>
          <CheckFile onChecked={onChecked} />
        </>
      )}
    </>
  );
}
