// Turning a lock on, and what can be changed about one that is on.

import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { PageHead } from '../page-head.tsx';
import { ChangeLock } from './change-lock.tsx';
import { TurnOn } from './turn-on.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { useLockState } from './use-lock-state.ts';
import './lock.css';

export function LockPage() {
  const t = useWords();
  const { host } = useApplication();
  const state = useLockState();
  const [proven, setProven] = useState(false);
  const title = t(state?.locked ? 'lock.change' : 'lock.turnOn');
  return (
    <div class="stack page lock">
      <PageHead title={title} home={{ page: 'settings', name: t('app.settings') }} />
      {state && !state.locked && <TurnOn />}
      {/* Whoever sits down at an unlocked computer must not be able to lock its owner out. */}
      {state?.locked && !proven && (
        <>
          <p>{t('lock.prove')}</p>
          <UnlockForm host={host} state={state} onOpened={() => setProven(true)} />
        </>
      )}
      {state?.locked && proven && <ChangeLock state={state} />}
    </div>
  );
}
