// After a crash or a closed tab: the newest unfinished entry, offered where the day begins and where one writes.

import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { longDay } from '../../day-words.ts';
import { useDrafts } from './use-drafts.ts';

export function DraftOffer() {
  const t = useWords();
  const today = useApplication().days.shown.value;
  const { drafts, goOn } = useDrafts();
  const draft = drafts.find(({ aside }) => !aside);
  if (!draft) return null;
  return (
    <Notice action={{ label: t('begun.goOn'), onPress: () => goOn(draft) }}>
      {t('begun.entry', { day: longDay(t, draft.day, today) })}
    </Notice>
  );
}
