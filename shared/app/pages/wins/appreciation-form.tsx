// One kind thing that the other did, seen and specific. Never a count, and nothing that is sent.

import {
  type Appreciation,
  appreciationInput,
  changeAppreciation,
  deleteAppreciation,
  newAppreciation,
  restoreAppreciation,
} from '@core/domain/appreciation.ts';
import { parseAppreciation } from '@core/domain/appreciation-row.ts';
import { actAt } from '@core/kernel/local-day.ts';
import { Field } from '@ui/parts/field.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { Tick } from '@ui/parts/tick.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useOnce, useSaving } from '../../saving.ts';
import { useLive } from '../../use-live.ts';
import { errorsByField, type FormErrors, goToWrong, hasErrors, noErrors, unreadable } from '../form-errors.ts';
import { readOne } from '../read-one.ts';
import { RecordForm } from '../record-form.tsx';

export function AppreciationForm() {
  const { selection } = useApplication();
  const id = selection.noticed.value;
  const { value, fault, refresh } = useLive(readOne(id, parseAppreciation), [id]);
  if (value) return <Editor seen={value.item} />;
  return fault ? <FaultNotice fault={fault} onRetry={() => void refresh()} /> : null;
}

function Editor({ seen }: { readonly seen: Appreciation | undefined }) {
  const t = useWords();
  const { host, router, days, undo, commit } = useApplication();
  const today = days.shown.value;
  const saving = useSaving();
  const [what, setWhat] = useState(seen?.what ?? '');
  const [day, setDay] = useState<string>(seen?.day ?? today);
  const [saidAloud, setSaidAloud] = useState(seen?.saidAloud ?? false);
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const errorOf = (field: string) => errors[field] && t(`error.${errors[field]}`);
  const unsaved = what !== (seen?.what ?? '') || day !== (seen?.day ?? today);

  const save = useOnce(async (form: HTMLFormElement) => {
    const raw = { what, day: day || undefined, saidAloud };
    const checked = appreciationInput(raw, { today, ...(seen && { was: seen.day }) });
    const wrong = { ...(!checked.ok && errorsByField(checked.error)), ...unreadable(form) };
    setErrors(wrong);
    if (!checked.ok || hasErrors(wrong)) return goToWrong(form);
    const edit = seen
      ? changeAppreciation(seen, checked.value)
      : newAppreciation(checked.value, actAt(host.clock), saving.newId);
    const saved = await saving.save([edit]);
    if (!saved) return false;
    const [id = ''] = saved.ids;
    if (!seen) undo.propose({ done: t('app.saved'), undo: () => commit([deleteAppreciation(id)]) });
    router.close('wins');
    return true;
  });
  const remove = async ({ id }: Appreciation) => {
    if (!(await saving.save([deleteAppreciation(id)]))) return;
    undo.propose({ done: t('app.deleted'), undo: () => commit([restoreAppreciation(id)]) });
    router.close('wins');
  };
  return (
    <RecordForm
      title={seen ? t('wins.editNoticed') : t('wins.notice')}
      home={{ page: 'wins', name: t('app.wins') }}
      {...{ saving, unsaved, save }}
      onDelete={seen && (() => void remove(seen))}
    >
      <TextArea
        label={t('wins.what')}
        hint={t('wins.whatHint')}
        error={errorOf('what')}
        value={what}
        onInput={setWhat}
      />
      <Tick checked={saidAloud} onChange={setSaidAloud}>
        {t('wins.saidAloud')}
      </Tick>
      <Field
        label={t('app.day')}
        error={errorOf('day')}
        type="date"
        value={day}
        onInput={setDay}
        input={{ name: 'day', max: today }}
      />
    </RecordForm>
  );
}
