// Shown instead of the application when the ledger could not be opened, and above it when it can only be read.

import type { Fault, FaultTag } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import type { Host } from '../host.ts';
import type { Language } from '../language.ts';
import { UnlockPage } from '../pages/lock/unlock-page.tsx';
import { BeginBeside } from '../recovery/begin-beside.tsx';
import { AllGone, PartMissing } from '../recovery/recovery-page.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { HelpHere } from './help-here.tsx';
import { SaveCopy } from './save-copy.tsx';
import './fault-page.css';

/** The data is there, but this version cannot open it: it can at least be taken out. */
const stillThere: readonly FaultTag[] = ['newer', 'unreadable', 'upgrade', 'lost', 'full'];

/** It may stay so for ever. */
const mayNeverOpen: readonly FaultTag[] = ['unreadable', 'lost'];

/** Faults with a page of their own. */
const ofTheirOwn: readonly FaultTag[] = ['locked', 'gone', 'missing'];

interface FaultPageProps {
  readonly host: Host;
  readonly language: Language;
  readonly fault: Fault;
  /** The application is there: what is stored can be read, and not written. */
  readonly isOpen: boolean;
  readonly onRetry: () => void;
  /** Opens what is there now that the person has said how to go on; `restore`: where a backup is brought. */
  readonly onOpen: (restore: boolean) => void;
}

export function FaultPage({ language, isOpen, ...rest }: FaultPageProps) {
  const { type } = rest.fault;
  if (isOpen) return <ReadOnly host={rest.host} fault={rest.fault} />;
  return (
    <main class="stack fault-page">
      {type === 'locked' && <UnlockPage host={rest.host} onOpened={rest.onRetry} />}
      {type === 'gone' && <AllGone {...rest} />}
      {type === 'missing' && <PartMissing {...rest} />}
      {!ofTheirOwn.includes(type) && <NotOpen {...rest} />}
      <HelpHere language={language} />
    </main>
  );
}

function NotOpen({ fault, host, onRetry, onOpen }: Omit<FaultPageProps, 'language' | 'isOpen'>) {
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
      {mayNeverOpen.includes(fault.type) && <BeginBeside host={host} onOpen={onOpen} />}
    </>
  );
}

/** It stays for as long as nothing can be kept, over every page. */
function ReadOnly({ host, fault }: Pick<FaultPageProps, 'host' | 'fault'>) {
  return (
    <div class="stack read-only">
      <FaultNotice fault={fault} />
      <SaveCopy host={host} />
    </div>
  );
}
