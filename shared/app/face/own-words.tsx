// The last step of a celebration: the person's own words, if they like. What was typed stays when saving fails.

import { ownWordsInput } from '@core/domain/celebration.ts';
import type { Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';

interface OwnWordsProps {
  readonly onSave: (ownWords: string) => Promise<Result<void, Fault>>;
  readonly onLeave: () => void;
}

export function OwnWords({ onSave, onLeave }: OwnWordsProps) {
  const t = useWords();
  const [text, setText] = useState('');
  useUnsaved(text !== '');
  const [error, setError] = useState<string>();
  const [fault, setFault] = useState<Fault>();

  const save = async () => {
    const checked = ownWordsInput(text);
    if (!checked.ok) return setError(t(`error.${checked.error[0]?.type ?? 'tooLong'}`));
    if (checked.value.ownWords === undefined) return onLeave();
    const saved = await onSave(checked.value.ownWords);
    setError(undefined);
    setFault(saved.ok ? undefined : saved.error);
  };

  return (
    <div class="stack">
      <TextArea label={t('cel.ownWords')} room="line" value={text} onInput={setText} error={error} />
      {fault && <FaultNotice fault={fault} onRetry={() => void save()} />}
      <div class="cluster">
        <Button onClick={() => void save()}>{t('moment.save')}</Button>
        <Button onClick={onLeave}>{t('moment.leaveIt')}</Button>
      </div>
    </div>
  );
}
