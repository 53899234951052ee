// A new promise begins with ten sentences to choose from, and a place for one's own beside them: never an empty box.

import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { PageHead } from '../page-head.tsx';
import { StarterList } from './starter-list.tsx';

export function StartersPage() {
  const t = useWords();
  const { router, selection } = useApplication();

  const begin = (starter: string | undefined) => {
    selection.promise.value = undefined;
    selection.starter.value = starter;
    router.go('promises/edit');
  };
  return (
    <div class="stack page">
      <PageHead title={t('promises.new')} home={{ page: 'promises', name: t('app.promises') }} />
      <p>{t('promises.startHere')}</p>
      <StarterList onChoose={begin} />
    </div>
  );
}
