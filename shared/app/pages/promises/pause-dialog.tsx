// A rest for a promise: from a day, and until another one if that is known. Nothing is owed for the days between.

import { type Commitment, pauseCommitment } from '@core/domain/commitment.ts';
import { checkForm } from '@core/domain/input.ts';
import { Button } from '@ui/parts/button.tsx';
import { Dialog } from '@ui/parts/dialog.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
import { useWords } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { useSaving } from '../../saving.ts';
import { type FormErrors, goToWrong, hasErrors, noErrors, wrongIn } from '../form-errors.ts';
import { SavingNote } from '../saving-note.tsx';
import { scheduleAsBefore } from './schedule-undo.ts';

interface PauseDialogProps {
  readonly commitment: Commitment;
  readonly open: boolean;
}

export function PauseDialog({ commitment, open }: PauseDialogProps) {
  const t = useWords();
  const { router } = useApplication();
  const close = () => router.close('promises/one');
  return (
    <Dialog open={open} onClose={close} title={t('promises.pauseTitle')}>
      <PauseForm commitment={commitment} onClose={close} />
    </Dialog>
  );
}

interface PauseFormProps {
  readonly commitment: Commitment;
  readonly onClose: () => void;
}

function PauseForm({ commitment, onClose }: PauseFormProps) {
  const t = useWords();
  const { days, undo, commit } = useApplication();
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const [from, setFrom] = useState<string>(days.shown.value);
  const [to, setTo] = useState('');
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const errorOf = (field: string) => errors[field] && t(`error.${errors[field]}`);

  const save = async () => {
    const check = checkForm<'from' | 'to'>();
    const first = check.day('from', from);
    const last = to === '' ? undefined : check.day('to', to);
    if (first && last && last < first) check.refuse('to', 'endsBeforeStart');
    const checked = check.result(first);
    const wrong = wrongIn(checked, form.current);
    setErrors(wrong);
    if (!checked.ok || hasErrors(wrong)) return goToWrong(form.current);
    if (!(await saving.save([pauseCommitment(commitment, checked.value, last)]))) return;
    undo.propose({ done: t('promises.pausedNow'), undo: () => commit([scheduleAsBefore(commitment)]) });
    onClose();
  };
  return (
    <Form form={form} onSubmit={() => void save()}>
      <p class="soft">{t('promises.pauseMeans')}</p>
      <Field
        label={t('promises.pauseFrom')}
        error={errorOf('from')}
        type="date"
        value={from}
        onInput={setFrom}
        input={{ name: 'from' }}
      />
      <Field
        label={t('promises.pauseTo')}
        hint={t('promises.pauseToHint')}
        error={errorOf('to')}
        type="date"
        value={to}
        onInput={setTo}
        input={{ name: 'to' }}
      />
      <div class="cluster dialog-actions">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button kind="main" type="submit">
          {t('promises.pause')}
        </Button>
      </div>
      <SavingNote saving={saving} onRetry={() => void save()} />
    </Form>
  );
}
