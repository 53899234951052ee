// The day: its promises, yesterday's once more if wanted, a small win. After an absence one question and nothing else.

import { promisesFor, type Today } from '@core/domain/today.ts';
import { Button } from '@ui/parts/button.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { longDay } from '../../day-words.ts';
import { useFetched } from '../../use-fetched.ts';
import { useFetchedWithWords } from '../../use-fetched-with-words.ts';
import { PageHead } from '../page-head.tsx';
import { PromiseCard } from './promise-card.tsx';
import { QuickWinSection } from './quick-win-section.tsx';
import { useAbsence } from './use-absence.ts';
import { Yesterday } from './yesterday.tsx';
import './today.css';

const fetchReminder = async () => (await import('../backup/reminder.tsx')).BackupReminder;
const fetchReturn = async () => (await import('./return.tsx')).Return;
const fetchBegun = async () => (await import('./begun.tsx')).Begun;
// Comes after something was saved, and so after all words are there.
const fetchInstallOffer = async () => (await import('./install-offer.tsx')).InstallOffer;

export function TodayPage() {
  const t = useWords();
  const { host, today, days, somethingSaved } = useApplication();
  const { value } = today.reading.value;
  const mayInstall = host.install.value !== undefined && somethingSaved.value;
  const InstallOffer = useFetched(mayInstall, fetchInstallOffer);
  const Reminder = useFetchedWithWords(value !== undefined && value.commitments.length > 0, fetchReminder);
  const absence = useAbsence(value);
  const Return = useFetchedWithWords(absence.state === 'returned', fetchReturn);
  const Begun = useFetchedWithWords(value !== undefined, fetchBegun);
  const day = days.shown.value;
  return (
    <div class="stack page today">
      <PageHead title={longDay(t, day, day)} />
      <NewDay />
      {value && typeof Return === 'function' && absence.state === 'returned' && (
        <Return today={value} onDone={absence.end} />
      )}
      {value && (absence.state === 'here' || Return === 'missing') && (
        <>
          {typeof Begun === 'function' && <Begun />}
          <Promises today={value} />
          <Yesterday key={day} today={value} />
          <QuickWinSection />
          {typeof Reminder === 'function' && <Reminder />}
          {typeof InstallOffer === 'function' && <InstallOffer />}
        </>
      )}
    </div>
  );
}

/** Past midnight the page still shows the day that stood there: what is answered counts for it. */
function NewDay() {
  const t = useWords();
  const { days } = useApplication();
  const newer = days.newer.value;
  if (!newer) return null;
  return (
    <Notice action={{ label: t('today.showNewDay'), onPress: days.turn }}>
      {t('today.pastMidnight', { day: longDay(t, days.shown.value, newer) })}
    </Notice>
  );
}

function Promises({ today }: { readonly today: Today }) {
  const t = useWords();
  const { days, router } = useApplication();
  const day = days.shown.value;
  const promises = promisesFor(today, day);
  const evening = days.hour.value >= today.settings.eveningHour || days.newer.value !== undefined;

  if (promises.length === 0) {
    return (
      <section class="stack empty">
        <p>{t(today.commitments.length > 0 ? 'face.nothingDue' : 'today.noPromiseYet')}</p>
        <Button kind="main" onClick={() => router.go('promises/new')}>
          {t('today.choosePromise')}
        </Button>
      </section>
    );
  }
  return (
    <section class="stack today-promises">
      <div>
        <h2>{t(evening ? 'today.evening' : 'today.promises')}</h2>
        {evening && <p class="soft">{t('today.eveningAsk')}</p>}
      </div>
      {promises.map(({ commitment, answer }) => (
        <PromiseCard key={`${commitment.id}|${day}`} commitment={commitment} day={day} answer={answer} />
      ))}
    </section>
  );
}
