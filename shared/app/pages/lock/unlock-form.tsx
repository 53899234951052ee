// The ways in, as many as this vault has: passphrase first, a passkey where there is one, the recovery code behind a press.

import { redact } from '@core/kernel/redacted.ts';
import { err, type Result } from '@core/kernel/result.ts';
import type { Attempt, LockState, UnlockError } from '@core/store/lock.ts';
import type { Fault } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import type { Host } from '../../host.ts';
import { goToWrong } from '../form-errors.ts';

interface UnlockFormProps {
  readonly host: Pick<Host, 'lock' | 'random'>;
  readonly state: LockState;
  readonly onOpened: () => void;
}

type Trouble = UnlockError | { readonly type: 'malformed' | 'mistyped' | 'refused' | 'noSecret' };

/** What is said at the field. */
const sentences = {
  wrong: 'lock.wrong',
  altered: 'lock.altered',
  malformed: 'lock.codeMalformed',
  mistyped: 'lock.codeMistyped',
} as const;

/** What is said beside the buttons. */
const ofPasskey = {
  refused: 'lock.passkeyRefused',
  noSecret: 'lock.passkeyNoSecret',
} as const;

export function UnlockForm({ host, state, onOpened }: UnlockFormProps) {
  const t = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);
  const ofCode = code !== undefined;
  useEffect(() => form.current?.querySelector('input')?.focus(), [ofCode]);
  const passkey = state.ways.find(({ kind }) => kind === 'passkey');
  const hasCode = state.ways.some(({ kind }) => kind === 'recovery');

  const attempt = async (make: () => Promise<Attempt | Trouble>) => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const opened = await openWith(host, make);
    setBusy(false);
    if (!opened.ok) {
      setTrouble(opened.error);
      return void goToWrong(form.current);
    }
    setPassphrase('');
    setCode(undefined);
    onOpened();
  };
  const byPassphrase = async (): Promise<Attempt> => ({ by: 'passphrase', passphrase: redact(passphrase) });
  const byCode = async (): Promise<Attempt | Trouble> => {
    const [{ parseRecoveryCode }, { recoveryIdentity }] = await Promise.all([
      import('@core/vault/recovery-code.ts'),
      import('@core/backup/identity.ts'),
    ]);
    const parsed = await parseRecoveryCode(code ?? '');
    return parsed.ok ? { by: 'recovery', identity: await recoveryIdentity(parsed.value) } : { type: parsed.error };
  };
  const byPasskey = async (): Promise<Attempt | Trouble> => {
    if (passkey?.kind !== 'passkey') return { type: 'noSecret' };
    const { askPasskey } = await import('../../lock/passkey.ts');
    const identity = await askPasskey(passkey, host.random);
    return typeof identity === 'string' ? { type: identity } : { by: 'passkey', identity };
  };
  const wrong = trouble && isIn(sentences, trouble.type) ? t(sentences[trouble.type]) : undefined;

  return (
    <Form form={form} onSubmit={() => void attempt(ofCode ? byCode : byPassphrase)}>
      {ofCode ? (
        <Field
          label={t('lock.code')}
          hint={t('lock.codeHint')}
          error={wrong}
          value={code}
          onInput={setCode}
          input={{ autocapitalize: 'characters', spellcheck: false }}
        />
      ) : (
        <Field
          label={t('lock.passphrase')}
          error={wrong}
          type="password"
          value={passphrase}
          onInput={setPassphrase}
          input={{ autocapitalize: 'off', spellcheck: false, enterkeyhint: 'go' }}
        />
      )}
      <div class="cluster">
        <Button kind="main" type="submit" disabled={busy}>
          {t('lock.unlock')}
        </Button>
        {passkey && !ofCode && (
          <Button disabled={busy} onClick={() => void attempt(byPasskey)}>
            {t('lock.byPasskey')}
          </Button>
        )}
        {hasCode && (
          <Button
            kind="quiet"
            onClick={() => {
              setTrouble(undefined);
              setCode(ofCode ? undefined : '');
            }}
          >
            {t(ofCode ? 'lock.byPassphrase' : 'lock.byCode')}
          </Button>
        )}
      </div>
      <p class="soft small" role="status">
        {busy && t('lock.opening')}
        {trouble && isIn(ofPasskey, trouble.type) && t(ofPasskey[trouble.type])}
      </p>
      {trouble && isFault(trouble) && <FaultNotice fault={trouble} />}
      {!hasCode && <Notice>{t('lock.noOtherWay')}</Notice>}
    </Form>
  );
}

/** What throws is a part of this page that did not come, or a device without the memory for the key. */
async function openWith(
  host: UnlockFormProps['host'],
  make: () => Promise<Attempt | Trouble>,
): Promise<Result<void, Trouble>> {
  try {
    const made = await make();
    return 'by' in made ? await (await host.lock()).unlock(made) : err(made);
  } catch {
    return err({ type: 'replaced' });
  }
}

const isIn = <Keys extends object>(keys: Keys, key: string): key is Extract<keyof Keys, string> =>
  Object.hasOwn(keys, key);

const isFault = (trouble: Trouble): trouble is Fault =>
  !isIn(sentences, trouble.type) && !isIn(ofPasskey, trouble.type);
