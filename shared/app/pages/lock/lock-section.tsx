// In the settings: whether there is a lock, and what can be done about it.

import { lockMinutes, type Settings } from '@core/domain/settings.ts';
import { Button } from '@ui/parts/button.tsx';
import { Select } from '@ui/parts/select.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { lockPageNow } from '../../lock/lock-now.ts';
import type { Change } from '../settings/settings-page.tsx';
import { useLockState } from './use-lock-state.ts';
import './lock.css';

interface LockSectionProps {
  readonly settings: Settings;
  readonly change: Change;
}

export function LockSection({ settings, change }: LockSectionProps) {
  const t = useWords();
  const { host, router, flush } = useApplication();
  const state = useLockState();
  if (!state) return null;
  return (
    <section class="stack section">
      <h2>{t('lock.title')}</h2>
      <p>{t(state.locked ? 'lock.isOn' : 'help.anyoneHere')}</p>
      <div class="cluster">
        {state.locked && (
          <Button kind="main" onClick={() => void lockPageNow(host, flush)}>
            {t('lock.now')}
          </Button>
        )}
        <Button onClick={() => router.go('lock')}>{t(state.locked ? 'lock.change' : 'lock.turnOn')}</Button>
      </div>
      {state.locked && (
        <Select
          label={t('lock.after')}
          hint={t(host.platform === 'web' ? 'lock.afterHint-web' : 'lock.afterHint-extension')}
          value={String(settings.lockAfter)}
          options={lockMinutes.map((n) => ({ value: String(n), label: t('lock.minutes', { n }) }))}
          onChange={(minutes) => void change({ lockAfter: Number(minutes) })}
        />
      )}
      <div>
        <Button kind="quiet" class="lock-erase" onClick={() => router.go('erase')}>
          {t('lock.erase')}
        </Button>
      </div>
    </section>
  );
}
