// A recovery code: shown, printed or written down, and typed back before it counts. It is kept nowhere.

import { recipientOf, recoveryIdentity } from '@core/backup/identity.ts';
import { base64Url } from '@core/kernel/bytes.ts';
import { reveal } from '@core/kernel/redacted.ts';
import { newRecoveryCode, parseRecoveryCode, type RecoveryCode } from '@core/vault/recovery-code.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';

interface NewCodeProps {
  /** Words of the button that uses the code. */
  readonly action: string;
  readonly busy: boolean;
  /** `age1…`: the public half, all that is ever kept of the code. */
  readonly onVerified: (recipient: string) => Promise<void>;
}

export function NewCode({ action, busy, onVerified }: NewCodeProps) {
  const t = useWords();
  const { host } = useApplication();
  const [code, setCode] = useState<RecoveryCode>();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    void newRecoveryCode(host.random).then(setCode);
  }, [host]);
  if (!code) return null;

  const verify = async () => {
    const parsed = await parseRecoveryCode(typed);
    const same = parsed.ok && base64Url(reveal(parsed.value)) === base64Url(reveal(code.secret));
    setWrong(!same);
    if (same) await onVerified(await recipientOf(await recoveryIdentity(code.secret)));
  };
  return (
    <form
      class="stack form"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void verify();
      }}
    >
      <h2>{t('lock.code')}</h2>
      <p>{t('lock.codeWhat')}</p>
      <p class="lock-code" data-printed translate={false}>
        {code.text}
      </p>
      <div class="cluster">
        <Button onClick={() => print()}>{t('lock.print')}</Button>
      </div>
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
    </form>
  );
}
