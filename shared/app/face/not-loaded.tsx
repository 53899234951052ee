// A part of this page did not come: it was replaced by a newer version meanwhile, or there was no way to its file.

import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';

export function NotLoaded() {
  const t = useWords();
  return (
    <Notice role="alert" action={{ label: t('face.loadAgain'), onPress: () => location.reload() }}>
      {t('face.notLoaded')}
    </Notice>
  );
}
