// Everything gone, after a word that nobody types by accident.

import type { Fault } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
import { useWords } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { reloadAll } from '../../face/leave.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { goToWrong } from '../form-errors.ts';
import { PageHead } from '../page-head.tsx';

export function ErasePage() {
  const t = useWords();
  const { host, ledger, router } = useApplication();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const form = useRef<HTMLFormElement>(null);
  const word = t('lock.eraseWord');

  const erase = async () => {
    const meant = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
    setRefused(!meant);
    if (!meant) return void goToWrong(form.current);
    ledger.close();
    const erased = await (await host.lock()).erase();
    if (!erased.ok) return setFault(erased.error);
    router.replace('today');
    reloadAll();
  };
  return (
    <div class="stack page lock">
      <PageHead title={t('lock.erase')} home={{ page: 'settings', name: t('app.settings') }} />
      <p>{t('lock.eraseMeans')}</p>
      <p>{t('lock.eraseLeaves')}</p>
      <Form form={form} onSubmit={() => void erase()}>
        <Field
          label={t('lock.eraseAsk', { word })}
          error={refused ? t('lock.eraseOther', { word }) : undefined}
          value={typed}
          onInput={setTyped}
          input={{ autocapitalize: 'off', spellcheck: false }}
        />
        <div class="cluster">
          <Button kind="main" type="submit">
            {t('lock.eraseNow')}
          </Button>
          <Button onClick={() => router.close('settings')}>{t('app.cancel')}</Button>
        </div>
        {fault && <FaultNotice fault={fault} onRetry={() => void erase()} />}
      </Form>
    </div>
  );
}
