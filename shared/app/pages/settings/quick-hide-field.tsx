// Where "hide this page" goes.

import type { Settings } from '@core/domain/settings.ts';
import { quickHideInput } from '@core/domain/settings-input.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import type { Change } from './settings-page.tsx';

interface QuickHideFieldProps {
  readonly settings: Settings;
  readonly change: Change;
}

export function QuickHideField({ settings, change }: QuickHideFieldProps) {
  const t = useWords();
  const { undo } = useApplication();
  const before = settings.quickHideTo ?? '';
  const [address, setAddress] = useState(before);
  const [error, setError] = useState<string>();
  useUnsaved(address !== before);

  const save = async () => {
    const checked = quickHideInput(address);
    setError(checked.ok ? undefined : t(`error.${checked.error.type}`));
    if (checked.ok && (await change({ quickHideTo: checked.value }))) undo.propose({ done: t('app.saved') });
  };
  return (
    <section class="stack section">
      <h2>{t('settings.hide')}</h2>
      <p>{t('settings.hideHow')}</p>
      <Form onSubmit={() => void save()}>
        <Field
          label={t('settings.hideTo')}
          hint={t('settings.hideToHint')}
          error={error}
          type="url"
          value={address}
          onInput={setAddress}
          input={{ inputmode: 'url', autocapitalize: 'off', spellcheck: false }}
        />
        <div>
          <Button type="submit">{t('app.save')}</Button>
        </div>
      </Form>
    </section>
  );
}
