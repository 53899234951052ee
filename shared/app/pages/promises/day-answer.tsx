// The five answers for one day, with a note, and the way to have no answer again.

import { answerEdits, withdrawAnswer } from '@core/domain/answer.ts';
import type { Commitment } from '@core/domain/commitment.ts';
import { limits } from '@core/domain/limits.ts';
import type { Outcome, OutcomeResult } from '@core/domain/outcome.ts';
import { isLongerThan } from '@core/domain/text.ts';
import { actAt, type LocalDay } from '@core/kernel/local-day.ts';
import { ok } from '@core/kernel/result.ts';
import { Button } from '@ui/parts/button.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { Answers } from '../../face/answers.tsx';
import { type Keep, KeepContext, noteOf, useKeptWords } from '../../face/kept-words.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { draftOpener } from '../../open-draft.ts';
import { useSaving } from '../../saving.ts';
import { SavingNote } from '../saving-note.tsx';
import { useBeginning } from '../use-beginning.ts';

interface DayAnswerProps {
  readonly commitment: Commitment;
  readonly day: LocalDay;
  readonly outcome: Outcome | undefined;
  readonly onDone: () => void;
}

export function DayAnswer(props: DayAnswerProps) {
  const application = useApplication();
  const open = useMemo(() => draftOpener(application), [application]);
  const { value, fault, refresh } = useBeginning(noteOf(props.commitment.id, props.day), nothingElse);
  // What was begun is taken up once: from then on it is held here, and no reading finds it any more.
  const [keep, setKeep] = useState<Keep>();
  useEffect(() => {
    if (value) setKeep((before) => before ?? { open, begun: value.begun });
  }, [value, open]);
  if (!keep) return fault ? <FaultNotice fault={fault} onRetry={() => void refresh()} /> : null;
  return (
    <KeepContext.Provider value={keep}>
      <Answering {...props} />
    </KeepContext.Provider>
  );
}

const nothingElse = async () => ok(undefined);

function Answering({ commitment, day, outcome, onDone }: DayAnswerProps) {
  const t = useWords();
  const { host, commit, undo } = useApplication();
  const saving = useSaving();
  const [before] = useState(outcome?.note ?? '');
  const kept = useKeptWords(noteOf(commitment.id, day), { promise: commitment.id, day }, before);
  const note = kept.words;
  const [tooLong, setTooLong] = useState(false);

  const answer = async (result: OutcomeResult) => {
    const wrong = isLongerThan(note.trim(), limits.note);
    setTooLong(wrong);
    if (wrong) return;
    // An untouched note is not written: another tab may have written a newer one meanwhile.
    const edits = answerEdits(
      { commitment, day, result, ...(note !== before && { note: note.trim() }) },
      actAt(host.clock),
    );
    const save = async (draft: string | undefined) => ({
      ok: (await saving.save(edits, draft === undefined ? {} : { draft })) !== undefined,
    });
    if (await kept.save(save)) onDone();
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
        onInput={kept.type}
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
      {kept.fault && <FaultNotice fault={kept.fault} />}
      {saving.state.value.type === 'fault' && <SavingNote saving={saving} onRetry={saving.rest} />}
    </div>
  );
}
