// A new tab while the vault is locked: it shows nothing of what is inside, and still takes a small win.

import type { LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { Dialog } from '@ui/parts/dialog.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { QuickWin } from './quick-win.tsx';
import type { FaceSource } from './source.ts';

interface LockedSheetProps {
  readonly day: LocalDay;
  readonly catchWin: FaceSource['catchWin'];
}

export function LockedSheet({ day, catchWin }: LockedSheetProps) {
  const t = useWords();
  const [step, setStep] = useState<'resting' | 'asking' | 'caught'>('resting');
  return (
    <div class="sheet stack">
      <h2 class="face-line">{t('face.locked')}</h2>
      <p role="status">{step === 'caught' && t('face.caught')}</p>
      <p class="face-foot">
        <a class="button" href="journal.html">
          {t('face.unlock')}
        </a>
        <Button kind="quiet" onClick={() => setStep('asking')}>
          {t('face.win')}
        </Button>
      </p>
      <Dialog
        open={step === 'asking'}
        lightDismiss={false} // a press beside it would throw a typed note away
        title={t('moment.winAsk')}
        onClose={() => setStep('resting')}
        actions={<Button onClick={() => setStep('resting')}>{t('moment.close')}</Button>}
      >
        <QuickWin labelHidden day={day} onLog={catchWin} onSaved={() => setStep('caught')} />
      </Dialog>
    </div>
  );
}
