// What a restore would do, in numbers of the person's own things, before it does anything.

import type { ByKind } from '@core/backup/preview.ts';
import { isDeleted } from '@core/kernel/record.ts';
import type { MessageKey, Words } from '@i18n/translate.ts';
import { Button } from '@ui/parts/button.tsx';
import { Tick } from '@ui/parts/tick.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { listOf, longDay } from '../../day-words.ts';
import { shownKinds } from './shown-kinds.ts';
import type { PreviewStep } from './use-restoring.ts';

interface PreviewListProps {
  readonly step: PreviewStep;
  readonly onRestore: (step: PreviewStep, bringBack: boolean) => Promise<void>;
  readonly onLeave: () => void;
}

export function PreviewList({ step, onRestore, onLeave }: PreviewListProps) {
  const t = useWords();
  const { days } = useApplication();
  const [bringBack, setBringBack] = useState(false);
  const { preview, backup, strange } = step;
  const day = longDay(t, backup.head.day, days.shown.value);
  const nothingToDo = preview.writes === 0 && !(bringBack && preview.deletedIds.length > 0);
  return (
    <div class="stack backup-preview">
      <p>{t('backup.from', { day, n: backup.rows.filter((row) => !isDeleted(row)).length })}</p>
      <dl class="ruled">
        <Line words="backup.willAdd" counts={preview.added} />
        <Line words="backup.willChange" counts={preview.changed} />
        <Line words="backup.comesBack" counts={preview.broughtBack} />
        <Line words="backup.goes" counts={preview.removed} />
        <Line words="backup.staysDeleted" counts={preview.staysDeleted} />
      </dl>
      {preview.deletedIds.length > 0 && (
        <Tick checked={bringBack} onChange={setBringBack}>
          {t('backup.bringBack')}
        </Tick>
      )}
      {preview.same > 0 && <p class="soft">{t('backup.same', { n: preview.same })}</p>}
      {strange > 0 && <p class="soft">{t('backup.strange', { n: strange })}</p>}
      {nothingToDo ? (
        <p>{t('backup.allHere')}</p>
      ) : (
        <div class="cluster">
          <Button kind="main" onClick={() => void onRestore(step, bringBack)}>
            {t('backup.restore')}
          </Button>
          <Button kind="quiet" onClick={onLeave}>
            {t('app.notNow')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Line({ words, counts }: { readonly words: MessageKey; readonly counts: ByKind }) {
  const t = useWords();
  if (Object.keys(counts).length === 0) return null;
  return (
    <div class="backup-line">
      <dt>{t(words)}</dt>
      <dd>{listOf(t, countWords(t, counts))}</dd>
    </div>
  );
}

/** "3 promises", "12 answers"; what this version does not know comes last, together. */
function countWords(t: Words, counts: ByKind): string[] {
  const known = shownKinds.flatMap((kind) => {
    const n = counts[kind];
    return n ? [t(`backup.kind-${kind}`, { n })] : [];
  });
  const others = Object.entries(counts).filter(([kind]) => !shownKinds.some((one) => one === kind));
  const n = others.reduce((sum, [, count]) => sum + count, 0);
  return n > 0 ? [...known, t('backup.kind-other', { n })] : known;
}
