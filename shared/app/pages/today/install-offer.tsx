// Having it as an app of its own: offered once something was saved, by a button or by drawn steps.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { InstallSteps } from './install-steps.tsx';

/** `always`: on the page of the settings, where somebody looks for it. */
export function InstallOffer({ always = false }: { readonly always?: boolean }) {
  const t = useWords();
  const { host, somethingSaved } = useApplication();
  const [later, setLater] = useState(false);
  const offer = host.install.value;
  if (!offer || later || !(always || somethingSaved.value)) return null;
  return (
    <section class="stack section install-offer">
      <h2>{t('install.title')}</h2>
      <p>{t('install.why')}</p>
      {offer.type === 'shareSheet' && <InstallSteps />}
      <div class="cluster">
        {offer.type === 'button' && <Button onClick={() => void offer.install()}>{t('install.install')}</Button>}
        {!always && (
          <Button kind="quiet" onClick={() => setLater(true)}>
            {t('app.notNow')}
          </Button>
        )}
      </div>
    </section>
  );
}
