// On Today, quietly: something is in no backup for a week. It names no lateness, and "not now" is a week's peace.

import { changeBackupState } from '@core/backup/state.ts';
import type { BackupReading } from '@core/backup/waiting.ts';
import { addDays, daysBetween } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useCallback } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { flat } from '../../backup/folder.ts';
import { longDay } from '../../day-words.ts';
import { useFetched } from '../../use-fetched.ts';
import { useBackups } from './use-backups.ts';

const daysWithout = 7;

export function BackupReminder() {
  const t = useWords();
  const { router, ledger, language } = useApplication();
  const { reading, refresh } = useBackups();
  const due = reading !== undefined && isDue(reading);
  const complete = useCallback(() => language.complete().then(() => 'words' as const), [language]);
  const words = useFetched(due, complete); // Today itself carries no words of backups
  if (!due || words !== 'words' || !reading.since) return null;
  const { since, today, state } = reading;
  const later = async () => {
    const quietUntil = addDays(today, daysWithout);
    await flat(ledger.withVault((vault) => changeBackupState(vault, (before) => ({ ...before, quietUntil }))));
    await refresh();
  };
  const saved = state.unchecked;
  return (
    <section class="stack section">
      <p class="soft">
        {saved
          ? t('backup.remindFile', { day: longDay(t, saved.day, today) })
          : t('backup.remind', { day: longDay(t, since, today) })}
      </p>
      <div class="cluster">
        <Button onClick={() => router.go('settings/backup')}>{t('backup.title')}</Button>
        <Button kind="quiet" onClick={() => void later()}>
          {t('app.notNow')}
        </Button>
      </div>
    </section>
  );
}

function isDue({ since, today, state }: BackupReading): boolean {
  const quiet = state.quietUntil !== undefined && today < state.quietUntil;
  return since !== undefined && !quiet && daysBetween(since, today) >= daysWithout;
}
