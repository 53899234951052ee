// Everything about backups: the last one, the code they are locked for, a new one now, the folder, and a file at hand.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { PageHead } from '../page-head.tsx';
import { FolderSection } from './folder-section.tsx';
import { LastBackup } from './last-backup.tsx';
import { MakeSection } from './make-section.tsx';
import { useBackups } from './use-backups.ts';
import './backup.css';

export function BackupPage() {
  const t = useWords();
  const { router } = useApplication();
  const { reading, fault, refresh } = useBackups();
  const recipient = reading?.state.recipient;
  return (
    <div class="stack page backup">
      <PageHead title={t('backup.title')} home={{ page: 'settings', name: t('app.settings') }} />
      <p>{t('backup.why')}</p>
      {fault && <FaultNotice fault={fault} onRetry={() => void refresh()} />}
      {reading && (
        <>
          <section class="stack section">
            <LastBackup reading={reading} onChecked={() => void refresh()} />
          </section>
          <section class="stack section">
            <h2>{t('backup.code')}</h2>
            <p>{t(recipient ? 'backup.codeThere' : 'backup.codeWhy')}</p>
            <div>
              <Button kind={recipient ? 'quiet' : 'main'} onClick={() => router.go('settings/code')}>
                {t(recipient ? 'backup.codeAnew' : 'backup.codeMake')}
              </Button>
            </div>
          </section>
          <MakeSection recipient={recipient} onMade={() => void refresh()} />
          <FolderSection recipient={recipient} onMade={() => void refresh()} />
        </>
      )}
      <section class="stack section">
        <h2>{t('backup.files')}</h2>
        <p>{t('backup.filesWhy')}</p>
        <div>
          <Button onClick={() => router.go('settings/restore')}>{t('backup.restoreTitle')}</Button>
        </div>
      </section>
    </div>
  );
}
