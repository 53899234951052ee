// What a chosen file is opened with: a recovery code or a passphrase, whichever it asks for.

import type { BackupKey } from '@core/backup/format.ts';
import { recoveryIdentity } from '@core/backup/identity.ts';
import type { Bytes } from '@core/kernel/bytes.ts';
import { type Redacted, redact } from '@core/kernel/redacted.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
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
  const openWithCode = async (secret: Redacted<Bytes>) => onKey({ identity: await recoveryIdentity(secret) });
  if (asks === 'code') return <CodeField action={t('backup.openFile')} onCode={openWithCode} />;
  return (
    <Form onSubmit={() => passphrase !== '' && void onKey({ passphrase: redact(passphrase) })}>
      <Field label={t('backup.passphrase')} type="password" value={passphrase} onInput={setPassphrase} />
      <div>
        <Button type="submit" kind="main">
          {t('backup.openFile')}
        </Button>
      </div>
    </Form>
  );
}
