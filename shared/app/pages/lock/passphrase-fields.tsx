// A new passphrase, typed twice. Long is what makes it strong: no rules about signs and digits.

import { isLongerThan } from '@core/domain/text.ts';
import { Field } from '@ui/parts/field.tsx';
import { Tick } from '@ui/parts/tick.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';

/** Shorter ones fall to guessing in an afternoon, however slow each guess is. */
const leastCharacters = 8;
const comfortable = 16;

export interface PassphraseDraft {
  readonly first: string;
  readonly second: string;
}

export type PassphraseProblem = 'tooShort' | 'notTheSame';

export function problemOf({ first, second }: PassphraseDraft): PassphraseProblem | undefined {
  if (!isLongerThan(first.normalize('NFKC'), leastCharacters - 1)) return 'tooShort';
  return first.normalize('NFKC') === second.normalize('NFKC') ? undefined : 'notTheSame';
}

interface PassphraseFieldsProps {
  readonly draft: PassphraseDraft;
  readonly onChange: (draft: PassphraseDraft) => void;
  readonly problem: PassphraseProblem | undefined;
}

export function PassphraseFields({ draft, onChange, problem }: PassphraseFieldsProps) {
  const t = useWords();
  const [shown, setShown] = useState(false);
  const type = shown ? 'text' : 'password';
  const isShort = draft.first !== '' && !isLongerThan(draft.first, comfortable - 1);
  return (
    <>
      <Field
        label={t('lock.passphrase')}
        hint={t(isShort ? 'lock.longerIsBetter' : 'lock.passphraseHint')}
        error={problem === 'tooShort' ? t('lock.tooShort', { n: leastCharacters }) : undefined}
        type={type}
        value={draft.first}
        onInput={(first) => onChange({ ...draft, first })}
        input={{ autocapitalize: 'off', spellcheck: false }}
      />
      <Field
        label={t('lock.passphraseAgain')}
        error={problem === 'notTheSame' ? t('lock.notTheSame') : undefined}
        type={type}
        value={draft.second}
        onInput={(second) => onChange({ ...draft, second })}
        input={{ autocapitalize: 'off', spellcheck: false }}
      />
      <Tick checked={shown} onChange={setShown}>
        {t('lock.show')}
      </Tick>
    </>
  );
}
