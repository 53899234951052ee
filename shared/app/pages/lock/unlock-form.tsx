// The ways in, as many as this vault has: passphrase first, a passkey where there is one, the recovery code behind a press.

import { redact } from '@core/kernel/redacted.ts';
import type { Attempt, LockState, UnlockError } from '@core/store/lock.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import type { Host } from '../../host.ts';

interface UnlockFormProps {
  readonly host: Pick<Host, 'lock' | 'random'>;
  readonly state: LockState;
  readonly onOpened: () => void;
}

type Trouble = UnlockError | { readonly type: 'malformed' | 'mistyped' | 'refused' | 'noSecret' };

const sentences = {
  wrong: 'lock.wrong',
  malformed: 'lock.codeMalformed',
  mistyped: 'lock.codeMistyped',
  refused: 'lock.passkeyRefused',
  noSecret: 'lock.passkeyNoSecret',
} as const;

export function UnlockForm({ host, state, onOpened }: UnlockFormProps) {
  const t = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const passkey = state.ways.find(({ kind }) => kind === 'passkey');
  const hasCode = state.ways.some(({ kind }) => kind === 'recovery');

  const attempt = async (make: () => Promise<Attempt | Trouble>) => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const made = await make();
    const opened = 'by' in made ? await (await host.lock()).unlock(made) : { ok: false as const, error: made };
    setBusy(false);
    if (!opened.ok) return setTrouble(opened.error);
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
  const wrong = trouble && trouble.type in sentences ? t(sentences[trouble.type as keyof typeof sentences]) : undefined;
  const ofCode = code !== undefined;

  return (
    <form
      class="stack form"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(ofCode ? byCode : byPassphrase);
      }}
    >
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
      </p>
      {trouble && !wrong && isFault(trouble) && <FaultNotice fault={trouble} />}
      {!hasCode && <Notice>{t('lock.noOtherWay')}</Notice>}
    </form>
  );
}

const isFault = (trouble: Trouble): trouble is Exclude<UnlockError, { type: 'wrong' }> => !(trouble.type in sentences);
