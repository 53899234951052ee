// What stands in the place of the application while it is locked. Says nothing of what is behind it.

import type { LockState } from '@core/store/lock.ts';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../host.ts';
import { UnlockForm } from './unlock-form.tsx';

interface UnlockPageProps {
  readonly host: Host;
  readonly onOpened: () => void;
}

export function UnlockPage({ host, onOpened }: UnlockPageProps) {
  const t = useWords();
  const [state, setState] = useState<LockState>();
  useEffect(() => {
    void readState(host).then(setState);
  }, [host]);
  return (
    <div class="stack">
      <h1>{t('lock.locked')}</h1>
      {state && <UnlockForm host={host} state={state} onOpened={onOpened} />}
    </div>
  );
}

async function readState(host: Host): Promise<LockState> {
  const read = await (await host.lock()).state();
  return read.ok ? read.value : { locked: true, ways: [] };
}
