// Shown instead of the application when the ledger could not be opened.

import type { Fault, FaultTag } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import type { Host } from '../host.ts';
import type { Language } from '../language.ts';
import { UnlockPage } from '../pages/lock/unlock-page.tsx';
import { HelpHere } from './help-here.tsx';
import { SaveCopy } from './save-copy.tsx';
import './fault-page.css';

/** The data is there, but this version cannot open it: it can at least be taken out. */
const stillThere: readonly FaultTag[] = ['newer', 'unreadable', 'upgrade', 'lost', 'full'];

interface FaultPageProps {
  readonly host: Host;
  readonly language: Language;
  readonly fault: Fault;
  readonly onRetry: () => void;
  /** Begins anew beside what is lost. Offered only where something is known to be lost. */
  readonly onBeginAnew: () => void;
}

export function FaultPage({ host, language, fault, onRetry, onBeginAnew }: FaultPageProps) {
  return (
    <main class="stack fault-page">
      {fault.type === 'locked' ? (
        <UnlockPage host={host} onOpened={onRetry} />
      ) : fault.type === 'gone' ? (
        <Gone onRetry={onRetry} onBeginAnew={onBeginAnew} />
      ) : (
        <NotOpen fault={fault} host={host} onRetry={onRetry} />
      )}
      <HelpHere language={language} />
    </main>
  );
}

function NotOpen({ fault, host, onRetry }: Pick<FaultPageProps, 'fault' | 'host' | 'onRetry'>) {
  const t = useWords();
  return (
    <>
      <h1>{t('trouble.notOpen')}</h1>
      <p role="alert">{t(`fault.${fault.type}`)}</p>
      {fault.type !== 'blocked' && (
        <div class="cluster">
          <Button kind="main" onClick={onRetry}>
            {t('app.tryAgain')}
          </Button>
          <Button onClick={() => location.reload()}>{t('app.loadAgain')}</Button>
        </div>
      )}
      {stillThere.includes(fault.type) && <SaveCopy host={host} />}
    </>
  );
}

/** The witness remembers a record that the database does not have. Never a first run. */
function Gone({ onRetry, onBeginAnew }: Pick<FaultPageProps, 'onRetry' | 'onBeginAnew'>) {
  const t = useWords();
  return (
    <>
      <h1>{t('trouble.goneTitle')}</h1>
      <p role="alert">{t('fault.gone')}</p>
      <p>{t('trouble.goneWhy')}</p>
      <div class="cluster">
        <Button kind="main" onClick={onRetry}>
          {t('trouble.lookAgain')}
        </Button>
        <Button onClick={onBeginAnew}>{t('trouble.beginAnew')}</Button>
      </div>
      <p class="soft small">{t('trouble.beginAnewMeans')}</p>
    </>
  );
}
