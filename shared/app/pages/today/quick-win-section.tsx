// A small act noticed from Today: a sheet to choose it on, then what is said about it in the place where it was asked.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { AfterAct } from '../after-act.tsx';
import { useMoments } from '../use-moments.ts';
import { WinSheet } from './win-sheet.tsx';

export function QuickWinSection() {
  const t = useWords();
  const { router, days } = useApplication();
  const { shown, show, end } = useMoments();
  const close = () => router.close('today');

  return (
    <section class="stack today-more">
      {shown ? (
        <AfterAct shown={shown} onDone={end} />
      ) : (
        <div class="cluster">
          <Button onClick={() => router.go('today/win')}>{t('face.win')}</Button>
          <Button onClick={() => router.go('journal/write')}>{t('today.write')}</Button>
        </div>
      )}
      {router.page.value === 'today/win' && (
        <WinSheet
          day={days.shown.value}
          onClose={close}
          onSaved={async (moment) => {
            await show(moment);
            close();
          }}
        />
      )}
    </section>
  );
}
