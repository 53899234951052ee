// A sheet to write on. The text lives in the textarea alone, so that even a huge paste is never copied at each key.

import { changeEntry, entryInput, type JournalEntry, newEntry } from '@core/domain/journal-entry.ts';
import { limits } from '@core/domain/limits.ts';
import { beginQuiet } from '@core/domain/quiet.ts';
import { actAt } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Form } from '@ui/parts/form.tsx';
import { HeldBack } from '@ui/parts/held-back.tsx';
import { useHolding } from '@ui/parts/holding.ts';
import { Notice } from '@ui/parts/notice.tsx';
import { Tick } from '@ui/parts/tick.tsx';
import { useWords } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useOnce, useSaving } from '../../saving.ts';
import { type FormErrors, goToWrong, hasErrors, noErrors, wrongIn } from '../form-errors.ts';
import { PageHead } from '../page-head.tsx';
import { SavingNote } from '../saving-note.tsx';
import { DraftOffer } from './draft-offer.tsx';
import { asShown, type EntryDraft } from './entry-draft.ts';
import { Sheet } from './sheet.tsx';
import { isTooLong, surelyTooLong } from './too-long.ts';
import { useEntryDraft } from './use-entry-draft.ts';
import './journal.css';

interface EditorProps {
  /** The entry that is changed; nothing for a new one. */
  readonly entry: JournalEntry | undefined;
  readonly draft: EntryDraft | undefined;
}

export function Editor({ entry, draft }: EditorProps) {
  const t = useWords();
  const { host, router, selection, days, undo } = useApplication();
  const today = days.shown.value;
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const sheet = useRef<HTMLTextAreaElement>(null);
  const [shown] = useState(() => entry && asShown(entry, draft));
  const [day, setDay] = useState<string>(draft?.day ?? entry?.day ?? today);
  const [heavy, setHeavy] = useState(draft?.heavy ?? entry?.heavy ?? false);
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const keeping = useEntryDraft({ shown, draft, sheet, day, heavy });
  const holding = useHolding(surelyTooLong);
  const heldBack = holding.text && { n: holding.text.length, most: limits.journalBody };
  const errorOf = (field: string) => errors[field] && t(`error.${errors[field]}`);
  const home = entry ? 'journal/entry' : 'journal';

  const typed = () => {
    keeping.touch();
    saving.rest();
    const tooLong = sheet.current && isTooLong(sheet.current);
    setErrors(tooLong ? { body: 'tooLong' } : noErrors);
  };
  const save = useOnce(async () => {
    const body = sheet.current?.value ?? '';
    const raw = { body, heavy, day: day || undefined, tags: shown?.tags, promptKey: shown?.promptKey };
    const checked = entryInput(raw, { today, ...(shown && { was: shown.day }) });
    const wrong = wrongIn(checked, form.current);
    setErrors(wrong);
    if (!checked.ok || hasErrors(wrong)) return goToWrong(form.current);
    await keeping.settle();
    const edit = shown ? changeEntry(shown, checked.value) : newEntry(checked.value, actAt(host.clock), saving.newId);
    const quiet = heavy && !shown?.heavy ? [beginQuiet(host.clock.now())] : [];
    const saved = await saving.save([edit, ...quiet], keeping.key === undefined ? {} : { draft: keeping.key });
    if (!saved) {
      keeping.touch(); // the words on the screen are unsaved still, and go on being kept as a draft
      return false;
    }
    keeping.done();
    selection.entry.value = saved.ids[0];
    undo.propose({ done: t('app.saved') });
    router.close(home);
    return true;
  });
  return (
    <div class="stack page editor">
      <PageHead
        title={entry ? t('journal.change') : t('journal.write')}
        home={{ page: home, name: entry ? t('journal.entry') : t('app.journal') }}
      />
      {!entry && !draft && <DraftOffer />}
      {shown?.body.conflict && <Notice>{t('journal.conflict')}</Notice>}
      <Form form={form} onSubmit={() => void save()}>
        <Sheet
          sheet={sheet}
          text={draft?.body ?? entry?.body.text ?? ''}
          error={errorOf('body')}
          locked={saving.state.value.type === 'saving'}
          onInput={typed}
          holding={holding}
        />
        {heldBack && <HeldBack holding={holding} sentence={t('journal.tooMuch', heldBack)} />}
        <div class="cluster editor-about">
          <Field
            label={t('app.day')}
            error={errorOf('day')}
            type="date"
            value={day}
            onInput={(value) => {
              setDay(value);
              keeping.touch();
            }}
            input={{ name: 'day', max: today }}
          />
          <Tick
            checked={heavy}
            onChange={(value) => {
              setHeavy(value);
              keeping.touch();
            }}
          >
            {t('journal.heavy')}
          </Tick>
        </div>
        <div class="stack form-foot">
          <div class="cluster">
            <Button kind="main" type="submit">
              {t('app.save')}
            </Button>
            <Button onClick={() => router.close(home)}>{t('app.close')}</Button>
            <p class="soft small">{keeping.touched && t('journal.keptWhileWriting')}</p>
          </div>
          {keeping.fault && <FaultNotice fault={keeping.fault} onRetry={keeping.touch} />}
          <SavingNote saving={saving} onRetry={() => void save()} />
        </div>
      </Form>
    </div>
  );
}
