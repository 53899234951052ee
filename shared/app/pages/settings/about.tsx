// What Kept is not, and how private it is: only what the code does.

import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { addressOf } from '../../router.ts';

export function About() {
  const t = useWords();
  const { host } = useApplication();
  return (
    <>
      <section class="stack section">
        <h2>{t('settings.private')}</h2>
        <p>{t(host.platform === 'web' ? 'settings.networkWeb' : 'settings.networkExtension')}</p>
        <p>{t('settings.noRecordOfUse')}</p>
        <p>{t('help.watchers')}</p>
        <p>{t('help.court')}</p>
        <p>{t('settings.removing')}</p>
      </section>
      <section class="stack section">
        <h2>{t('help.whatKeptIsNot')}</h2>
        <p>{t('help.notTreatment')}</p>
        <p>{t('help.stronger')}</p>
        <p>
          <a href={addressOf('help')}>{t('face.help')}</a>
        </p>
      </section>
      <p class="soft small">{t('settings.version', { version: host.version })}</p>
    </>
  );
}
