// Where a recovery code is typed from paper. What is wrong with it is said before anything is tried with it.

import type { Bytes } from '@core/kernel/bytes.ts';
import type { Redacted } from '@core/kernel/redacted.ts';
import { parseRecoveryCode, type RecoveryCodeError } from '@core/vault/recovery-code.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';

interface CodeFieldProps {
  /** The words on its button. */
  readonly action: string;
  /** Called with the secret of a text that spells a code. */
  readonly onCode: (secret: Redacted<Bytes>) => Promise<void>;
  /** What is wrong with a code that is one. */
  readonly error?: string | undefined;
}

export function CodeField({ action, onCode, error }: CodeFieldProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<RecoveryCodeError>();
  useUnsaved(text !== '');
  const submit = async () => {
    const parsed = await parseRecoveryCode(text);
    setWrong(parsed.ok ? undefined : parsed.error);
    if (parsed.ok) await onCode(parsed.value);
  };
  return (
    <Form onSubmit={() => void submit()}>
      <Field
        label={t('backup.codeField')}
        hint={t('backup.codeFieldHint')}
        error={wrong ? t(`backup.code-${wrong}`) : error}
        value={text}
        onInput={setText}
        input={{ autocapitalize: 'characters', spellcheck: false }}
      />
      <div>
        <Button type="submit">{action}</Button>
      </div>
    </Form>
  );
}
