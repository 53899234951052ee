// Shown instead of the application when the record is not what it was: all of it is gone, or the newest part is.

import { today } from '@core/kernel/local-day.ts';
import type { Finding } from '@core/store/finding.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';
import { SaveCopy } from '../faults/save-copy.tsx';
import type { Host } from '../host.ts';
import { ask } from './ask.ts';
import { BeginBeside } from './begin-beside.tsx';
import { findingSentences } from './finding-words.ts';
import { LossChoices } from './loss-choices.tsx';

interface RecoveryPageProps {
  readonly host: Host;
  /** Asks the storage again. */
  readonly onRetry: () => void;
  /** Opens what is there now; `restore`: at the page where a backup is brought. */
  readonly onOpen: (restore: boolean) => void;
}

/** A part is missing: the witness saw more than there is. What is there can be read as soon as the person goes on. */
export function PartMissing({ host, onRetry, onOpen }: RecoveryPageProps) {
  const t = useWords();
  const [findings, setFindings] = useState<readonly Finding[]>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    void ask(host, (recovery) => recovery.examine()).then((found) =>
      found.ok ? setFindings(found.value) : setFault(found.error),
    );
  }, [host]);
  const goOn = async (restore: boolean) => {
    const gone = await ask(host, (recovery) => recovery.goOn());
    setFault(gone.ok ? undefined : gone.error);
    if (gone.ok) onOpen(restore);
  };
  return (
    <>
      <h1>{t('loss.title')}</h1>
      <div role="alert" class="stack">
        <p>{t('fault.missing')}</p>
        {findings && findingSentences(t, findings, today(host.clock)).map((said) => <p key={said}>{said}</p>)}
      </div>
      <p>{t('loss.why')}</p>
      {fault && <FaultNotice fault={fault} onRetry={onRetry} />}
      {fault && <BeginBeside host={host} onOpen={onOpen} />}
      <LossChoices
        onRestore={() => goOn(true)}
        onLookAgain={onRetry}
        onGoOn={() => goOn(false)}
        goOn={{ label: t('loss.goOn'), means: t('loss.goOnMeans') }}
      />
      <SaveCopy host={host} />
    </>
  );
}

/** The witness remembers a record that the database does not have. Never a first run. */
export function AllGone({ host, onRetry, onOpen }: RecoveryPageProps) {
  const t = useWords();
  const begin = async (restore: boolean) => {
    await host.beginAnew();
    onOpen(restore);
  };
  return (
    <>
      <h1>{t('trouble.goneTitle')}</h1>
      <div role="alert" class="stack">
        <p>{t('fault.gone')}</p>
        <p>{t('loss.all')}</p>
      </div>
      <p>{t('trouble.goneWhy')}</p>
      <LossChoices
        onRestore={() => begin(true)}
        onLookAgain={onRetry}
        onGoOn={() => begin(false)}
        goOn={{ label: t('trouble.beginAnew'), means: t('trouble.beginAnewMeans') }}
      />
    </>
  );
}
