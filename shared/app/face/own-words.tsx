// The last step of a celebration: the person's own words, if they like. What was typed stays when saving fails.

import { ownWordsInput } from '@core/domain/celebration.ts';
import type { Fields } from '@core/kernel/record.ts';
import type { Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';
import { ownWordsOf, useKeptWords } from './kept-words.ts';

interface OwnWordsProps {
  /** Id of the win or outcome that is celebrated. */
  readonly of: string;
  /** What else it takes to save them later. */
  readonly about: Fields;
  readonly onSave: (ownWords: string, draft: string | undefined) => Promise<Result<void, Fault>>;
  readonly onLeave: () => void;
}

export function OwnWords({ of, about, onSave, onLeave }: OwnWordsProps) {
  const t = useWords();
  const kept = useKeptWords(ownWordsOf(of), about);
  const [error, setError] = useState<string>();
  const [fault, setFault] = useState<Fault>();

  const save = async () => {
    const checked = ownWordsInput(kept.words);
    if (!checked.ok) return setError(t(`error.${checked.error[0]?.type ?? 'tooLong'}`));
    const { ownWords } = checked.value;
    if (ownWords === undefined) return leave();
    setError(undefined);
    await kept.save(async (draft) => {
      const saved = await onSave(ownWords, draft);
      setFault(saved.ok ? undefined : saved.error);
      return saved;
    });
  };
  const leave = () => {
    kept.discard();
    onLeave();
  };
  const wrong = fault ?? kept.fault;

  return (
    <div class="stack">
      <TextArea label={t('cel.ownWords')} room="line" value={kept.words} onInput={kept.type} error={error} />
      {wrong && <FaultNotice fault={wrong} onRetry={() => void save()} />}
      <div class="cluster">
        <Button onClick={() => void save()}>{t('moment.save')}</Button>
        <Button onClick={leave}>{t('moment.leaveIt')}</Button>
      </div>
    </div>
  );
}
