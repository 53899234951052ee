// A small act with its day and a note: new, or one that is being changed.

import {
  changeWin,
  deleteWin,
  newWin,
  restoreWin,
  type Win,
  type WinType,
  winInput,
  winTypes,
} from '@core/domain/win.ts';
import { parseWin } from '@core/domain/win-row.ts';
import { actAt } from '@core/kernel/local-day.ts';
import { Choice } from '@ui/parts/choice.tsx';
import { Field } from '@ui/parts/field.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useOnce, useSaving } from '../../saving.ts';
import { useLive } from '../../use-live.ts';
import { AfterAct } from '../after-act.tsx';
import { errorsByField, type FormErrors, goToWrong, hasErrors, noErrors, unreadable } from '../form-errors.ts';
import { PageHead } from '../page-head.tsx';
import { readOne } from '../read-one.ts';
import { RecordForm } from '../record-form.tsx';
import { useMoments } from '../use-moments.ts';
import './wins.css';

export function WinForm() {
  const { selection } = useApplication();
  const id = selection.noticed.value;
  const { value, fault, refresh } = useLive(readOne(id, parseWin), [id]);
  if (value) return <Editor win={value.item} />;
  return fault ? <FaultNotice fault={fault} onRetry={() => void refresh()} /> : null;
}

function Editor({ win }: { readonly win: Win | undefined }) {
  const t = useWords();
  const { host, router, days, undo, commit } = useApplication();
  const today = days.shown.value;
  const saving = useSaving();
  const [type, setType] = useState<WinType | undefined>(win?.of);
  const [day, setDay] = useState<string>(win?.day ?? today);
  const [note, setNote] = useState(win?.note ?? '');
  const { shown, show } = useMoments();
  const close = () => router.close('wins');
  const home = { page: 'wins', name: t('app.wins') } as const;
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const errorOf = (field: string) => errors[field] && t(`error.${errors[field]}`);
  const unsaved = type !== win?.of || day !== (win?.day ?? today) || note !== (win?.note ?? '');

  const save = useOnce(async (form: HTMLFormElement) => {
    const checked = winInput({ of: type, day: day || undefined, note }, { today, ...(win && { was: win.day }) });
    const wrong = { ...(!checked.ok && errorsByField(checked.error)), ...unreadable(form) };
    setErrors(wrong);
    if (!checked.ok || hasErrors(wrong)) return goToWrong(form);
    const edit = win ? changeWin(win, checked.value) : newWin(checked.value, actAt(host.clock), saving.newId);
    const saved = await saving.save([edit]);
    if (!saved) return false;
    const [id = ''] = saved.ids;
    if (win) close();
    else await show({ type: 'win', win: checked.value.of, of: id, day: checked.value.day });
    return true;
  });
  const remove = async ({ id }: Win) => {
    if (!(await saving.save([deleteWin(id)]))) return;
    undo.propose({ done: t('app.deleted'), undo: () => commit([restoreWin(id)]) });
    close();
  };
  if (shown) {
    return (
      <div class="stack page">
        <PageHead title={t('app.saved')} home={home} />
        <AfterAct shown={shown} onDone={close} />
      </div>
    );
  }
  return (
    <RecordForm
      title={win ? t('wins.edit') : t('wins.add')}
      {...{ home, saving, unsaved, save }}
      onDelete={win && (() => void remove(win))}
    >
      <div class="win-types">
        <Choice
          label={t('wins.which')}
          error={errorOf('of')}
          value={type}
          options={winTypes.map((known) => ({ value: known.type, label: t(`win.${known.type}`) }))}
          onChange={setType}
        />
      </div>
      <TextArea label={t('wins.note')} error={errorOf('note')} value={note} onInput={setNote} room="line" />
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
