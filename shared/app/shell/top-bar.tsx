// The head of every page: the name, help for a hard moment, and the way out.

import { useWords } from '@ui/words.ts';
import { useApplication } from '../application.ts';
import { safeDestination } from '../face/leave.ts';
import { addressOf } from '../router.ts';

export function TopBar() {
  const t = useWords();
  const { router, today } = useApplication();
  const destination = today.reading.value.value?.settings.quickHideTo;

  return (
    <header class="shell-top">
      <p class="shell-name">{t('app.name')}</p>
      <a
        class="button shell-way"
        data-kind="quiet"
        href={addressOf('help')}
        aria-current={router.page.value === 'help' ? 'page' : undefined}
      >
        {t('face.help')}
      </a>
      <a
        class="button shell-way"
        data-kind="quiet"
        href={safeDestination(destination)}
        title={t('face.hideHint')}
        data-leave
      >
        {t('face.hide')}
      </a>
    </header>
  );
}
