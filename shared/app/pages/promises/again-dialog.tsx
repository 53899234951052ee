// A promise whose time is over goes on: until when is all that is asked.

import type { Commitment } from '@core/domain/commitment.ts';
import { lastDayByDefault, lastDayInput, takeUpAgain } from '@core/domain/take-up-again.ts';
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
import { daysAsBefore } from './schedule-undo.ts';

interface AgainDialogProps {
  readonly commitment: Commitment;
  readonly open: boolean;
}

export function AgainDialog({ commitment, open }: AgainDialogProps) {
  const t = useWords();
  const { router } = useApplication();
  const close = () => router.close('promises/one');
  return (
    <Dialog open={open} onClose={close} title={t('promises.again')}>
      <AgainForm commitment={commitment} onClose={close} />
    </Dialog>
  );
}

interface AgainFormProps {
  readonly commitment: Commitment;
  readonly onClose: () => void;
}

function AgainForm({ commitment, onClose }: AgainFormProps) {
  const t = useWords();
  const { days, undo, commit } = useApplication();
  const today = days.shown.value;
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const [endsOn, setEndsOn] = useState<string>(() => lastDayByDefault(commitment, today));
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const error = errors['endsOn'];

  const save = async () => {
    const checked = lastDayInput(endsOn, today);
    const wrong = wrongIn(checked, form.current);
    setErrors(wrong);
    if (!checked.ok || hasErrors(wrong)) return goToWrong(form.current);
    if (!(await saving.save([takeUpAgain(commitment, today, checked.value)]))) return;
    undo.propose({ done: t('promises.resumed'), undo: () => commit([daysAsBefore(commitment)]) });
    onClose();
  };
  return (
    <Form form={form} onSubmit={() => void save()}>
      <p class="soft">{t('promises.againMeans')}</p>
      <Field
        label={t(commitment.repeat.type === 'none' ? 'promises.onDay' : 'promises.endsOn')}
        error={error && t(`error.${error}`)}
        type="date"
        value={endsOn}
        onInput={setEndsOn}
        input={{ name: 'endsOn', min: today }}
      />
      <div class="cluster dialog-actions">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button kind="main" type="submit">
          {t('promises.again')}
        </Button>
      </div>
      <SavingNote saving={saving} onRetry={() => void save()} />
    </Form>
  );
}
