// Shown instead of the application when the ledger could not be opened.

import type { Fault, FaultTag } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import type { Host } from '../host.ts';
import type { Language } from '../language.ts';
import { BeginBeside } from '../recovery/begin-beside.tsx';
import { AllGone, PartMissing } from '../recovery/recovery-page.tsx';
import { HelpHere } from './help-here.tsx';
import { SaveCopy } from './save-copy.tsx';
import './fault-page.css';

/** The data is there, but this version cannot open it: it can at least be taken out. */
const stillThere: readonly FaultTag[] = ['newer', 'unreadable', 'upgrade', 'lost', 'full'];

/** It may stay so for ever. */
const mayNeverOpen: readonly FaultTag[] = ['unreadable', 'lost'];

interface FaultPageProps {
  readonly host: Host;
  readonly language: Language;
  readonly fault: Fault;
  readonly onRetry: () => void;
  /** Opens what is there now that the person has said how to go on; `restore`: where a backup is brought. */
  readonly onOpen: (restore: boolean) => void;
}

export function FaultPage({ language, ...rest }: FaultPageProps) {
  const { type } = rest.fault;
  return (
    <main class="stack fault-page">
      {type === 'gone' && <AllGone {...rest} />}
      {type === 'missing' && <PartMissing {...rest} />}
      {type !== 'gone' && type !== 'missing' && <NotOpen {...rest} />}
      <HelpHere language={language} />
    </main>
  );
}

function NotOpen({ fault, host, onRetry, onOpen }: Omit<FaultPageProps, 'language'>) {
  const t = useWords();
  return (
    <>
      <h1>{t('app.notOpen')}</h1>
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
      {mayNeverOpen.includes(fault.type) && <BeginBeside host={host} onOpen={onOpen} />}
    </>
  );
}
