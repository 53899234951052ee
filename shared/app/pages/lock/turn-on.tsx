// Two steps to a lock: a passphrase, and a recovery code that was written down and typed back.

import { redact } from '@core/kernel/redacted.ts';
import { Button } from '@ui/parts/button.tsx';
import { Form } from '@ui/parts/form.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
import { goToWrong } from '../form-errors.ts';
import { NewCode } from './new-code.tsx';
import { type PassphraseDraft, PassphraseFields, type PassphraseProblem, problemOf } from './passphrase-fields.tsx';
import { RelockNote } from './relock-note.tsx';
import { useRelock } from './use-relock.ts';

export function TurnOn() {
  const t = useWords();
  const relock = useRelock();
  const [draft, setDraft] = useState<PassphraseDraft>({ first: '', second: '' });
  const [problem, setProblem] = useState<PassphraseProblem>();
  const [step, setStep] = useState<'passphrase' | 'code'>('passphrase');

  const form = useRef<HTMLFormElement>(null);
  const goOn = () => {
    const found = problemOf(draft);
    setProblem(found);
    if (found) goToWrong(form.current);
    else setStep('code');
  };
  if (step === 'passphrase') {
    return (
      <Form form={form} onSubmit={goOn}>
        <p>{t('lock.what')}</p>
        <p>{t('lock.nobodyResets')}</p>
        <PassphraseFields draft={draft} onChange={setDraft} problem={problem} />
        <div>
          <Button kind="main" type="submit">
            {t('start.goOn')}
          </Button>
        </div>
      </Form>
    );
  }
  const turnOn = (recipient: string) =>
    relock.change({
      lock: 'locked',
      passphrase: redact(draft.first),
      recipients: [{ kind: 'recovery', recipient }],
    });
  return (
    <>
      <Notice>{t('lock.nobodyResetsAgain')}</Notice>
      <NewCode action={t('lock.turnOn')} busy={relock.progress !== undefined} onVerified={turnOn} />
      <RelockNote relock={relock} />
    </>
  );
}
