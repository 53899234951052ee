// First run: who might see this screen, and a first small promise. Two minutes, no account, every question can wait.

import { glanceModes, type Settings, settingsEdit } from '@core/domain/settings.ts';
import { Button } from '@ui/parts/button.tsx';
import { Choice } from '@ui/parts/choice.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { useSaving } from '../../saving.ts';
import { PageHead } from '../page-head.tsx';
import { StarterList } from '../promises/starter-list.tsx';
import { SavingNote } from '../saving-note.tsx';
import './start.css';

const whoWords = {
  own: { label: 'start.who-own', hint: 'start.who-own-hint' },
  discreet: { label: 'start.who-discreet', hint: 'start.who-discreet-hint' },
  hidden: { label: 'start.who-hidden', hint: 'start.who-hidden-hint' },
} as const;

export function StartPage() {
  const [asked, setAsked] = useState(false);
  return asked ? <FirstPromise /> : <WhoMightSee onNext={() => setAsked(true)} />;
}

function WhoMightSee({ onNext }: { readonly onNext: () => void }) {
  const t = useWords();
  const { router, host } = useApplication();
  const saving = useSaving();
  const [glance, setGlance] = useState<Settings['glance']>();
  const go = async () => {
    if (await saving.save([settingsEdit({ ...(glance && { glance }), seenWarning: true, started: true })])) onNext();
  };
  return (
    <div class="stack page start">
      <PageHead title={t('start.title')} />
      <p class="start-lead">{t('start.what')}</p>
      <Choice
        label={t('start.who')}
        {...(host.platform === 'web' && { hint: t('start.who-web') })}
        stacked
        value={glance}
        options={glanceModes.map((value) => ({
          value,
          label: t(whoWords[value].label),
          ...(host.platform === 'extension' && { hint: t(whoWords[value].hint) }),
        }))}
        onChange={setGlance}
      />
      {glance === 'hidden' ? <Notice>{t('start.notAlone')}</Notice> : <p class="soft small">{t('help.watchers')}</p>}
      <div class="stack form-foot">
        <div class="cluster">
          <Button kind="main" onClick={() => void go()}>
            {t('start.goOn')}
          </Button>
          <Button kind="quiet" onClick={() => router.go('settings/restore')}>
            {t('start.restore')}
          </Button>
          <Button kind="quiet" onClick={() => router.go('before')}>
            {t('start.usedBefore')}
          </Button>
        </div>
        {saving.state.value.type === 'fault' && <SavingNote saving={saving} onRetry={() => void go()} />}
        <p class="soft small">{t('help.notTreatment')}</p>
      </div>
    </div>
  );
}

function FirstPromise() {
  const t = useWords();
  const { router, selection } = useApplication();
  const begin = (starter: string | undefined) => {
    selection.promise.value = undefined;
    selection.starter.value = starter;
    selection.promiseHome.value = 'today';
    router.go('promises/edit');
  };
  return (
    <div class="stack page start">
      <PageHead title={t('start.promise')} />
      <p>{t('start.promiseWhy')}</p>
      <StarterList onChoose={begin} />
      <div>
        <Button kind="quiet" onClick={() => router.replace('today')}>
          {t('start.later')}
        </Button>
      </div>
    </div>
  );
}
