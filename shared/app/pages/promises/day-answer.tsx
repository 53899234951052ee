// The five answers for one day, with a note, and the way to have no answer again.

import { answerEdits, withdrawAnswer } from '@core/domain/answer.ts';
import type { Commitment } from '@core/domain/commitment.ts';
import { limits } from '@core/domain/limits.ts';
import type { Outcome, OutcomeResult } from '@core/domain/outcome.ts';
import { isLongerThan } from '@core/domain/text.ts';
import { actAt, type LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { Answers } from '../../face/answers.tsx';
import { useSaving } from '../../saving.ts';
import { SavingNote } from '../saving-note.tsx';

interface DayAnswerProps {
  readonly commitment: Commitment;
  readonly day: LocalDay;
  readonly outcome: Outcome | undefined;
  readonly onDone: () => void;
}

export function DayAnswer({ commitment, day, outcome, onDone }: DayAnswerProps) {
  const t = useWords();
  const { host, commit, undo } = useApplication();
  const saving = useSaving();
  const [before] = useState(outcome?.note ?? '');
  const [note, setNote] = useState(before);
  const [tooLong, setTooLong] = useState(false);
  useUnsaved(note !== before);

  const answer = async (result: OutcomeResult) => {
    const wrong = isLongerThan(note.trim(), limits.note);
    setTooLong(wrong);
    if (wrong) return;
    // An untouched note is not written: another tab may have written a newer one meanwhile.
    const edits = answerEdits(
      { commitment, day, result, ...(note !== before && { note: note.trim() }) },
      actAt(host.clock),
    );
    if (await saving.save(edits)) onDone();
  };
  const withdraw = async () => {
    if (!outcome || !(await saving.save(withdrawAnswer(commitment.id, day)))) return;
    const { result, note: was = '' } = outcome;
    const back = () => commit(answerEdits({ commitment, day, result, note: was }, actAt(host.clock)));
    undo.propose({ done: t('promises.answerTaken'), undo: back });
    onDone();
  };
  return (
    <div class="stack day-open">
      <TextArea
        label={t('promises.note')}
        error={tooLong ? t('error.tooLong') : undefined}
        value={note}
        onInput={setNote}
        room="line"
      />
      <Answers
        chosen={outcome?.result}
        busy={saving.state.value.type === 'saving'}
        onAnswer={(result) => void answer(result)}
      />
      <div class="cluster">
        {outcome && (
          <Button kind="quiet" onClick={() => void withdraw()}>
            {t('promises.takeAnswer')}
          </Button>
        )}
        <Button kind="quiet" onClick={onDone}>
          {t('app.close')}
        </Button>
      </div>
      {saving.state.value.type === 'fault' && <SavingNote saving={saving} onRetry={saving.rest} />}
    </div>
  );
}
