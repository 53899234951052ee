// A hard moment: first whether anybody is in danger, then one slow minute, then what Kept is and is not.
// Source: practices, lapse path L1 and L2; harm rules R4, R14, R20, R27, R28, R32.

import { beginQuiet } from '@core/domain/quiet.ts';
import { useWords } from '@ui/words.ts';
import { useEffect } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { PageHead } from '../page-head.tsx';
import { Breathe } from './breathe.tsx';
import { Danger } from './danger.tsx';
import './help.css';

export function HelpPage() {
  const t = useWords();
  const { ledger, host } = useApplication();
  // For a day nothing is celebrated or suggested. Only the end of that day is kept, never why.
  useEffect(() => void ledger.commit([beginQuiet(host.clock.now())]), [ledger, host]);
  return (
    <div class="stack page help">
      <PageHead title={t('face.help')} />
      <Danger />
      <section class="stack section">
        <h2>{t('help.minute')}</h2>
        <p>{t('help.stillThere')}</p>
        <Breathe />
      </section>
      <section class="stack section">
        <h2>{t('help.whatKeptIsNot')}</h2>
        <p>{t('help.notTreatment')}</p>
        <p>{t('help.stronger')}</p>
        <p>{t('help.doctor')}</p>
        <p>{t('help.noProof')}</p>
      </section>
      <section class="stack section">
        <h2>{t('help.stored')}</h2>
        <p>{t('help.storedHere')}</p>
        <p>{t('help.anyoneHere')}</p>
        <p>{t('help.watchers')}</p>
        <p>{t('help.court')}</p>
        <p>{t('help.hideLimits')}</p>
      </section>
    </div>
  );
}
