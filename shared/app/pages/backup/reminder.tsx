// On Today, quietly: something is in no backup for a week. It names no lateness, and "not now" is a week's peace.

import { changeBackupState } from '@core/backup/state.ts';
import type { BackupReading } from '@core/backup/waiting.ts';
import { addDays, daysBetween, type LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { longDay } from '../../day-words.ts';
import { useBackups } from './use-backups.ts';

const daysWithout = 7;

export function BackupReminder() {
  const t = useWords();
  const { router, ledger } = useApplication();
  const { reading, refresh } = useBackups();
  const since = reading && dueSince(reading);
  if (!since) return null;
  const { today, state } = reading;
  const later = async () => {
    const quietUntil = addDays(today, daysWithout);
    await ledger.withVault((vault) => changeBackupState(vault, (before) => ({ ...before, quietUntil })));
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

/** The day of the oldest act that is in no backup, once it is time to say so. */
function dueSince({ since, today, state }: BackupReading): LocalDay | undefined {
  const quiet = state.quietUntil !== undefined && today < state.quietUntil;
  return since !== undefined && !quiet && daysBetween(since, today) >= daysWithout ? since : undefined;
}
