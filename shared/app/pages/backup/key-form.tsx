// What a chosen file is opened with: a recovery code or a passphrase, whichever it asks for.

import type { BackupKey } from '@core/backup/format.ts';
import { recoveryIdentity } from '@core/backup/identity.ts';
import { redact } from '@core/kernel/redacted.ts';
import { parseRecoveryCode } from '@core/vault/recovery-code.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { CodeField } from './code-field.tsx';

interface KeyFormProps {
  readonly asks: 'passphrase' | 'code';
  readonly onKey: (key: BackupKey) => Promise<void>;
}

export function KeyForm({ asks, onKey }: KeyFormProps) {
  const t = useWords();
  const [passphrase, setPassphrase] = useState('');
  const openWithCode = async (text: string) => {
    const secret = await parseRecoveryCode(text);
    if (secret.ok) await onKey({ identity: await recoveryIdentity(secret.value) });
  };
  if (asks === 'code') return <CodeField action={t('backup.openFile')} onCode={openWithCode} />;
  return (
    <form
      class="stack form"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') void onKey({ passphrase: redact(passphrase) });
      }}
    >
      <Field label={t('backup.passphrase')} type="password" value={passphrase} onInput={setPassphrase} />
      <div>
        <Button type="submit" kind="main">
          {t('backup.openFile')}
        </Button>
      </div>
    </form>
  );
}
