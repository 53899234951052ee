// The recovery code as it comes out of a printer: the code, what it opens, and how to open a backup where this app is not
// to be had. Seen on paper alone.

import type { Redacted } from '@core/kernel/redacted.ts';
import { reveal } from '@core/kernel/redacted.ts';
import { useWords } from '@ui/words.ts';

interface CodePaperProps {
  readonly code: string;
  /** `AGE-SECRET-KEY-…`: the same secret, as other programs want it. */
  readonly identity: Redacted<string>;
  /** The day in words: of two papers the newer one counts. */
  readonly day: string;
}

export function CodePaper({ code, identity, day }: CodePaperProps) {
  const t = useWords();
  return (
    <section class="lock-paper" aria-hidden="true">
      <h2>{t('lock.code')}</h2>
      <p class="paper-code" dir="ltr" translate={false}>
        {code}
      </p>
      <p>{t('lock.paperWhat', { day })}</p>
      <p class="small">{t('lock.paperBackup')}</p>
      <p class="lock-key" dir="ltr" translate={false}>
        {reveal(identity)}
      </p>
    </section>
  );
}
