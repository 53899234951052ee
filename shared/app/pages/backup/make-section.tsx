// A backup now, as a file: locked for the recovery code, or with a passphrase.

import type { Bytes } from '@core/kernel/bytes.ts';
import { redact } from '@core/kernel/redacted.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { backUpToDownload } from '../../backup/back-up.ts';
import { download } from '../../download.ts';
import { BackingUpNote } from './backing-up-note.tsx';
import { useBackingUp } from './use-backing-up.ts';

/** Fewer would be guessed by somebody who has the file and a good computer. */
const shortestPassphrase = 12;

/** No type of its own: the name is neutral, and nothing is to open it by itself. */
const saveFile = (name: string, bytes: Bytes) => download(name, bytes, 'application/octet-stream');

interface MakeSectionProps {
  readonly recipient: string | undefined;
  readonly onMade: () => void;
}

export function MakeSection({ recipient, onMade }: MakeSectionProps) {
  const t = useWords();
  const { ledger } = useApplication();
  const { state, run } = useBackingUp(onMade);
  const save = (to: Parameters<typeof backUpToDownload>[1]) =>
    run((onProgress) => backUpToDownload(ledger, to, saveFile, onProgress));
  return (
    <section class="stack section">
      <h2>{t('backup.make')}</h2>
      {recipient && (
        <div>
          <Button kind="main" onClick={() => void save({ recipient })}>
            {t('backup.save')}
          </Button>
        </div>
      )}
      <details>
        <summary>{t('backup.withPassphrase')}</summary>
        <PassphraseForm onPassphrase={(passphrase) => save({ passphrase: redact(passphrase) })} />
      </details>
      <BackingUpNote state={state} done="backup.saved" />
    </section>
  );
}

function PassphraseForm({ onPassphrase }: { readonly onPassphrase: (passphrase: string) => Promise<boolean> }) {
  const t = useWords();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState<'backup.passphraseShort' | 'backup.passphraseDiffers'>();
  useUnsaved(first !== '');
  const submit = async () => {
    const short = Array.from(first).length < shortestPassphrase;
    const trouble = short ? 'backup.passphraseShort' : first === second ? undefined : 'backup.passphraseDiffers';
    setWrong(trouble);
    if (trouble || !(await onPassphrase(first))) return;
    setFirst('');
    setSecond('');
  };
  const short = wrong === 'backup.passphraseShort' ? t(wrong) : undefined;
  const differs = wrong === 'backup.passphraseDiffers' ? t(wrong) : undefined;
  return (
    <Form onSubmit={() => void submit()}>
      <Field
        {...{ label: t('backup.passphrase'), hint: t('backup.passphraseHint'), error: short, type: 'password' }}
        value={first}
        onInput={setFirst}
      />
      <Field
        {...{ label: t('backup.passphraseAgain'), error: differs, type: 'password' }}
        value={second}
        onInput={setSecond}
      />
      <div>
        <Button type="submit">{t('backup.save')}</Button>
      </div>
    </Form>
  );
}
