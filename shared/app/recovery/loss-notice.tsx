// What the look at everything found while the page was in use: said calmly, and until the person has said how to go on.

import { today } from '@core/kernel/local-day.ts';
import type { Finding } from '@core/store/finding.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../application.ts';
import { FaultNotice } from '../faults/fault-notice.tsx';
import { ask } from './ask.ts';
import { findingSentences } from './finding-words.ts';
import { LossChoices } from './loss-choices.tsx';
import './loss-notice.css';

/** Milliseconds after the first sight until everything that is stored is looked at. */
const aWhile = 1500;

export function LossNotice() {
  const t = useWords();
  const { host, language, router } = useApplication();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [fault, setFault] = useState<Fault>();
  const look = async () => {
    const found = await ask(host, (recovery) => recovery.examine());
    if (found.ok && found.value.length > 0) await language.complete();
    setFindings(found.ok ? found.value : []);
    setFault(found.ok ? undefined : found.error);
  };
  const goOn = async (restore: boolean) => {
    const gone = await ask(host, (recovery) => recovery.goOn());
    setFault(gone.ok ? undefined : gone.error);
    if (!gone.ok) return;
    setFindings([]);
    if (restore) router.go('settings/restore');
  };
  useEffect(() => {
    const timer = setTimeout(() => void look(), aWhile);
    return () => clearTimeout(timer);
  }, [host]);

  if (fault) return <FaultNotice fault={fault} onRetry={() => void look()} />;
  if (findings.length === 0) return null;
  return (
    <section class="notice loss-notice" role="status">
      <h2>{t('loss.noticeTitle')}</h2>
      {findingSentences(t, findings, today(host.clock)).map((said) => (
        <p key={said}>{said}</p>
      ))}
      <p>{t('loss.restStands')}</p>
      <LossChoices
        onRestore={() => goOn(true)}
        onLookAgain={look}
        onGoOn={() => goOn(false)}
        goOn={{ label: t('loss.goOn'), means: t('loss.goOnMeans') }}
      />
    </section>
  );
}
