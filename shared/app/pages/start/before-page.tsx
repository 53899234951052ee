// For somebody who used Kept elsewhere: what can and cannot be brought here, as it is.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { PageHead } from '../page-head.tsx';

export function BeforePage() {
  const t = useWords();
  const { router } = useApplication();
  return (
    <div class="stack page start">
      <PageHead title={t('start.usedBefore')} home={{ page: 'start', name: t('start.back') }} />
      <p>{t('start.ownRecord')}</p>
      <p>{t('start.nothingTaken')}</p>
      <p>{t('start.expectedHere')}</p>
      <div class="cluster">
        <Button kind="main" onClick={() => router.go('settings/restore')}>
          {t('backup.restoreTitle')}
        </Button>
        <Button onClick={() => router.close('start')}>{t('start.beginHere')}</Button>
        <Button onClick={() => location.reload()}>{t('trouble.lookAgain')}</Button>
      </div>
    </div>
  );
}
