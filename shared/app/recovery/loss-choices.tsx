// What can be done about a loss, the same wherever it is told: bring a backup, look again, go on with what is here.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';

interface LossChoicesProps {
  readonly onRestore: () => Promise<void> | void;
  readonly onLookAgain: () => Promise<void> | void;
  readonly onGoOn: () => Promise<void> | void;
  /** The name of going on, and what it does. */
  readonly goOn: { readonly label: string; readonly means: string };
}

export function LossChoices({ onRestore, onLookAgain, onGoOn, goOn }: LossChoicesProps) {
  const t = useWords();
  const [busy, setBusy] = useState(false);
  const once = (act: () => Promise<void> | void) => async () => {
    if (busy) return;
    setBusy(true);
    await act();
    setBusy(false);
  };
  return (
    <div class="stack">
      <div class="cluster" aria-busy={busy}>
        <Button kind="main" onClick={once(onRestore)}>
          {t('loss.restore')}
        </Button>
        <Button onClick={once(onLookAgain)}>{t('trouble.lookAgain')}</Button>
        <Button onClick={once(onGoOn)}>{goOn.label}</Button>
      </div>
      <p class="soft small">{goOn.means}</p>
    </div>
  );
}
