// A backup file, opened, looked at, and taken in: all of it or nothing.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { FilePick } from '../file-pick.tsx';
import { PageHead } from '../page-head.tsx';
import { KeyForm } from './key-form.tsx';
import { PreviewList } from './preview-list.tsx';
import { Progress } from './progress.tsx';
import { useRestoring } from './use-restoring.ts';
import './backup.css';

export function RestorePage() {
  const t = useWords();
  const { today, router } = useApplication();
  const { step, choose, openWith, restore } = useRestoring();
  const started = today.reading.value.value?.settings.started === true;
  const home = started
    ? ({ page: 'settings/backup', name: t('backup.back') } as const)
    : ({ page: 'before', name: t('start.back') } as const);
  const busy = step.type === 'opening' || step.type === 'restoring';
  return (
    <div class="stack page backup">
      <PageHead title={t('backup.restoreTitle')} home={home} />
      {step.type !== 'done' && <p>{t('backup.restoreWhy')}</p>}
      {'name' in step && (
        <p class="soft">
          <bdi>{t('backup.file', { name: step.name })}</bdi>
        </p>
      )}
      {step.type === 'opening' && <Progress label={t('backup.opening')} share={step.share} />}
      {step.type === 'restoring' && <Progress label={t('backup.restoring')} share={step.share} />}
      {step.type === 'fault' && <FaultNotice fault={step.fault} />}
      {'flaw' in step && step.flaw && <p role="alert">{t(`backup.flaw-${step.flaw}`)}</p>}
      {step.type === 'locked' && <KeyForm asks={step.asks} onKey={openWith} />}
      {step.type === 'preview' && (
        <PreviewList step={step} onRestore={restore} onLeave={() => router.close(home.page)} />
      )}
      {step.type === 'done' && (
        <>
          <p role="status">{step.changed === 0 ? t('backup.allHere') : t('backup.restored', { n: step.changed })}</p>
          <div>
            <Button kind="main" onClick={() => router.replace('today')}>
              {t('backup.toToday')}
            </Button>
          </div>
        </>
      )}
      {!busy && step.type !== 'done' && (
        <FilePick
          kind={step.type === 'start' ? 'main' : 'plain'}
          label={t(step.type === 'start' ? 'backup.chooseFile' : 'backup.chooseOtherFile')}
          onPick={(file) => void choose(file)}
        />
      )}
    </div>
  );
}
