// Words taken away as a file: for whom, which of them, and as what.

import { type Audience, type Part, parts, partsFor } from '@core/exchange/choose.ts';
import { type Format, formats } from '@core/exchange/formats.ts';
import { Button } from '@ui/parts/button.tsx';
import { Choice } from '@ui/parts/choice.tsx';
import { Tick } from '@ui/parts/tick.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { UnreadNote } from '../../faults/unread-note.tsx';
import { PageHead } from '../page-head.tsx';
import { useExport } from './use-export.ts';

const audiences = ['myself', 'somebodyElse'] as const satisfies readonly Audience[];

export function ExportPage() {
  const t = useWords();
  const { state, make, rest } = useExport();
  const [audience, setAudience] = useState<Audience>('myself');
  const [chosen, setChosen] = useState<readonly Part[]>(partsFor('myself'));
  const [format, setFormat] = useState<Format>('folder');
  const submit = () => void make({ audience, parts: chosen, format });
  // What was said of the last file is not true of the next
  const change = (set: () => void) => {
    set();
    if (state.type !== 'making') rest();
  };

  return (
    <div class="stack page">
      <PageHead title={t('exchange.out')} home={{ page: 'settings', name: t('app.settings') }} />
      <Choice
        label={t('exchange.who')}
        stacked
        value={audience}
        options={audiences.map((value) => ({
          value,
          label: t(`exchange.who-${value}`),
          hint: t(`exchange.whoHint-${value}`),
        }))}
        onChange={(value) =>
          change(() => {
            setAudience(value);
            setChosen(partsFor(value));
          })
        }
      />
      <fieldset class="choice">
        <legend>{t('exchange.which')}</legend>
        {parts.map((part) => (
          <Tick
            key={part}
            checked={chosen.includes(part)}
            onChange={(checked) =>
              change(() => setChosen((was) => parts.filter((one) => (one === part ? checked : was.includes(one)))))
            }
          >
            {t(`exchange.part-${part}`)}
          </Tick>
        ))}
      </fieldset>
      <Choice
        label={t('exchange.form')}
        stacked
        value={format}
        options={formats.map((value) => ({
          value,
          label: t(`exchange.form-${value}`),
          hint: t(`exchange.formHint-${value}`),
        }))}
        onChange={(value) => change(() => setFormat(value))}
      />
      <div class="stack section">
        <p>{t('exchange.unsealed')}</p>
        {chosen.includes('journal') && <p class="soft">{t('help.court')}</p>}
        <div>
          <Button kind="main" disabled={chosen.length === 0 || state.type === 'making'} onClick={submit}>
            {t('exchange.make')}
          </Button>
        </div>
        <p role="status">
          {state.type === 'making' && t('exchange.making')}
          {state.type === 'nothing' && t('exchange.nothing')}
          {state.type === 'made' && t('exchange.made', { name: state.name })}
        </p>
        {state.type === 'made' && <UnreadNote count={state.unread} />}
        {state.type === 'fault' && <FaultNotice fault={state.fault} onRetry={submit} />}
      </div>
    </div>
  );
}
