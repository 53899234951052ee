// Entries that were begun and not saved: to go on with, or to put aside. None is ever dropped without being asked.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { dayName } from '../../day-words.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { beginningOf } from './beginning-of.ts';
import type { EntryDraft } from './entry-draft.ts';
import { useDrafts } from './use-drafts.ts';

export function Unfinished() {
  const t = useWords();
  const { drafts, fault, goOn, putAside, throwAway } = useDrafts();
  const offered = drafts.filter(({ aside }) => !aside);
  const aside = drafts.filter((draft) => draft.aside);
  return (
    <>
      {fault && <FaultNotice fault={fault} />}
      {offered.length > 0 && (
        <section class="stack section">
          <h2>{t('journal.unfinished')}</h2>
          <ul class="ruled">
            {offered.map((draft) => (
              <DraftLine
                key={draft.key}
                draft={draft}
                onGoOn={goOn}
                other={{ words: t('journal.putAside'), act: putAside }}
              />
            ))}
          </ul>
        </section>
      )}
      {aside.length > 0 && (
        <details class="more">
          <summary>{t('journal.aside', { n: aside.length })}</summary>
          <ul class="ruled">
            {aside.map((draft) => (
              <DraftLine
                key={draft.key}
                draft={draft}
                onGoOn={goOn}
                other={{ words: t('app.delete'), act: throwAway }}
              />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface DraftLineProps {
  readonly draft: EntryDraft;
  readonly onGoOn: (draft: EntryDraft) => void;
  readonly other: { readonly words: string; readonly act: (draft: EntryDraft) => void };
}

function DraftLine({ draft, onGoOn, other }: DraftLineProps) {
  const t = useWords();
  const today = useApplication().days.shown.value;
  return (
    <li class="line draft-line">
      <div class="line-words">
        <p class="soft small">{dayName(t, draft.day, today)}</p>
        <p class="own-words entry-start" dir="auto">
          {beginningOf(draft.body)}
        </p>
      </div>
      <div class="cluster">
        <Button onClick={() => onGoOn(draft)}>{t('journal.goOn')}</Button>
        <Button onClick={() => other.act(draft)}>{other.words}</Button>
      </div>
    </li>
  );
}
