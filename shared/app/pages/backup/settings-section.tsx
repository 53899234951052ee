// Among the settings: how far the last backup reaches, and the way to all about backups.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { longDay } from '../../day-words.ts';
import { useBackups } from './use-backups.ts';

export function BackupSettings() {
  const t = useWords();
  const { router } = useApplication();
  const { reading } = useBackups();
  const last = reading?.state.last;
  return (
    <section class="stack section">
      <h2>{t('backup.title')}</h2>
      {reading && <p>{last ? t('backup.last', { day: longDay(t, last.day, reading.today) }) : t('backup.none')}</p>}
      <div>
        <Button onClick={() => router.go('settings/backup')}>{t('backup.open')}</Button>
      </div>
    </section>
  );
}
