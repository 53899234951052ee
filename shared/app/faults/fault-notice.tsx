// What is wrong with the storage, in one sentence, and the next step. The text beside it stays where it is.

import type { Fault, FaultTag } from '@core/vault/fault.ts';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';

type Step = 'retry' | 'reload' | 'none';

/** What helps. `none`: it goes on by itself, or the sentence already says where to go. */
const steps: Readonly<Record<FaultTag, Step>> = {
  full: 'retry',
  blocked: 'none',
  newer: 'reload',
  gone: 'reload',
  missing: 'reload',
  lost: 'retry',
  silent: 'reload',
  denied: 'none',
  unreadable: 'reload',
  upgrade: 'reload',
  replaced: 'reload',
  busy: 'retry',
  locked: 'reload',
  moving: 'retry',
};

interface FaultNoticeProps {
  readonly fault: Fault;
  /** Does again what did not work. */
  readonly onRetry?: (() => void) | undefined;
}

export function FaultNotice({ fault, onRetry }: FaultNoticeProps) {
  const t = useWords();
  const step = steps[fault.type];
  const retry = step === 'retry' && onRetry && { label: t('app.tryAgain'), onPress: onRetry };
  const reload = step !== 'none' && !retry && { label: t('app.loadAgain'), onPress: () => location.reload() };
  return (
    <Notice role="alert" action={retry || reload || undefined}>
      {t(`fault.${fault.type}`)}
    </Notice>
  );
}
