// Records that are there and cannot be read are named, never silently left out.

import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';

export function UnreadNote({ count }: { readonly count: number }) {
  const t = useWords();
  return count > 0 ? <Notice>{t('trouble.unread', { n: count })}</Notice> : null;
}
