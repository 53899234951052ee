// A recovery code: shown, printed or written down, and typed back before it counts. It is kept nowhere.

import { recipientOf, recoveryIdentity } from '@core/backup/identity.ts';
import type { Redacted } from '@core/kernel/redacted.ts';
import { isSameSecret, newRecoveryCode, parseRecoveryCode, type RecoveryCode } from '@core/vault/recovery-code.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { longDay } from '../../day-words.ts';
import { goToWrong } from '../form-errors.ts';
import { CodePaper } from './code-paper.tsx';
import { StepHead } from './step-head.tsx';

interface NewCodeProps {
  /** Words of the button that uses the code. */
  readonly action: string;
  readonly busy: boolean;
  /** `age1…`: the public half, all that is ever kept of the code. */
  readonly onVerified: (recipient: string) => Promise<void>;
}

export function NewCode({ action, busy, onVerified }: NewCodeProps) {
  const t = useWords();
  const { host, days } = useApplication();
  const day = days.shown.value;
  const [code, setCode] = useState<RecoveryCode & { readonly identity: Redacted<string> }>();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    void newRecoveryCode(host.random).then(async (made) =>
      setCode({ ...made, identity: await recoveryIdentity(made.secret) }),
    );
  }, [host]);
  if (!code) return null;

  const verify = async () => {
    const parsed = await parseRecoveryCode(typed);
    const same = parsed.ok && isSameSecret(parsed.value, code.secret);
    setWrong(!same);
    if (same) await onVerified(await recipientOf(code.identity));
    else goToWrong(form.current);
  };
  return (
    <Form form={form} onSubmit={() => void verify()}>
      <StepHead>{t('lock.code')}</StepHead>
      <p>{t('lock.codeWhat')}</p>
      <p class="lock-code" dir="ltr" translate={false}>
        {code.text}
      </p>
      <div class="cluster">
        <Button onClick={() => print()}>{t('lock.print')}</Button>
      </div>
      <CodePaper code={code.text} identity={code.identity} day={longDay(t, day, day)} />
      <Field
        label={t('lock.codeAgain')}
        hint={t('lock.codeAgainHint')}
        error={wrong ? t('lock.codeOther') : undefined}
        value={typed}
        onInput={setTyped}
        input={{ autocapitalize: 'characters', spellcheck: false }}
      />
      <div>
        <Button kind="main" type="submit" disabled={busy}>
          {action}
        </Button>
      </div>
    </Form>
  );
}
