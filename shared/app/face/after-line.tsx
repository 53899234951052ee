// One line after an answer that is not celebrated, perhaps one question that may be left, and ten seconds to undo.

import { limits } from '@core/domain/limits.ts';
import { checkBody } from '@core/domain/text.ts';
import { Button } from '@ui/parts/button.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { Undo } from '@ui/parts/undo.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { FaceActs } from './acts.ts';
import { useKeptFocus } from './kept-focus.ts';
import { noteOf, useKeptWords } from './kept-words.ts';
import type { Moment } from './moment.ts';
import { type UndoAct, useUndo } from './use-undo.ts';
import './moment.css';

interface AfterLineProps {
  readonly line: string;
  /** Whether there is something to write; `question` asks it when the line does not. */
  readonly asks: boolean;
  readonly question?: string | undefined;
  readonly moment: Moment;
  readonly acts: FaceActs;
  readonly undo: UndoAct;
  readonly onDone: () => void;
}

export function AfterLine({ line, asks, question, moment, acts, undo, onDone }: AfterLineProps) {
  const t = useWords();
  const kept = useKeptWords(...noteAfter(moment));
  const note = kept.words;
  const [error, setError] = useState<string>();
  const [undoable, setUndoable] = useState(true);
  const { fault, setFault, takeBack } = useUndo(undo, onDone);
  const wrong = fault ?? kept.fault;
  const place = useKeptFocus(undoable);

  const save = async () => {
    if (moment.type !== 'answer' || note.trim() === '') return onDone();
    const checked = checkBody(note, limits.note);
    if (!checked.ok) return setError(t(`error.${checked.error}`));
    const { commitment, day, result } = moment;
    const saved = await kept.save(async (draft) => {
      const answered = await acts.answer({ commitment, day, result, note: checked.value }, draft);
      if (!answered.ok) setFault(answered.error);
      return answered;
    });
    if (saved) onDone();
  };
  const leave = () => {
    kept.discard();
    onDone();
  };
  const timeIsOver = () => {
    const isWriting = note !== '' || place.current?.querySelector('textarea:focus');
    if (isWriting) setUndoable(false);
    else onDone();
  };

  return (
    <div class="moment stack" ref={place} tabIndex={-1}>
      <h2 class="moment-line">{line}</h2>
      {asks && (
        <TextArea
          label={question ?? line}
          labelHidden={!question}
          room="line"
          value={note}
          onInput={kept.type}
          error={error}
        />
      )}
      {wrong && <FaultNotice fault={wrong} />}
      <div class="cluster">
        {asks && <Button onClick={() => void save()}>{t('moment.save')}</Button>}
        <Button onClick={leave}>{t(asks ? 'moment.leaveIt' : 'moment.goOn')}</Button>
        {undoable && <Undo actionLabel={t('moment.undo')} onUndo={takeBack} onGone={timeIsOver} />}
      </div>
    </div>
  );
}

/** How the note is found again, and what it is about. */
const noteAfter = (moment: Moment): Parameters<typeof useKeptWords> =>
  moment.type === 'answer'
    ? [noteOf(moment.commitment.id, moment.day), { promise: moment.commitment.id, day: moment.day }]
    : [{ type: 'none' }, {}];
