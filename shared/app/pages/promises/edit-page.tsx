// Writing a promise, or changing one.

import {
  type Commitment,
  type CommitmentInput,
  changeCommitment,
  commitmentInput,
  countActive,
  deleteCommitment,
  newCommitment,
} from '@core/domain/commitment.ts';
import { stateOn } from '@core/domain/due.ts';
import { actAt } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { Form } from '@ui/parts/form.tsx';
import { Notice } from '@ui/parts/notice.tsx';
import { useUnsaved } from '@ui/unsaved.ts';
import { useWords } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { useOnce, useSaving } from '../../saving.ts';
import { useLive } from '../../use-live.ts';
import { errorsByField, type FormErrors, goToWrong, hasErrors, noErrors, unreadable } from '../form-errors.ts';
import { PageHead } from '../page-head.tsx';
import { SavingNote } from '../saving-note.tsx';
import { draftOfPromise, draftOfStarter, type PromiseDraft, rawOf } from './promise-draft.ts';
import { PromiseForm } from './promise-form.tsx';
import { readCommitments } from './promise-queries.ts';

export function EditPage() {
  const { selection } = useApplication();
  const { value, fault, refresh } = useLive(readCommitments);
  const id = selection.promise.value;
  if (!value) return fault ? <FaultNotice fault={fault} onRetry={() => void refresh()} /> : null;
  return <Editor promise={value.items.find((one) => one.id === id)} all={value.items} />;
}

interface EditorProps {
  /** Nothing for a new one. */
  readonly promise: Commitment | undefined;
  readonly all: readonly Commitment[];
}

function Editor({ promise, all }: EditorProps) {
  const t = useWords();
  const { host, router, selection, days, today: todayRow, undo, commit } = useApplication();
  const today = days.shown.value;
  const saving = useSaving();
  const [before] = useState(() =>
    promise ? draftOfPromise(promise, today) : draftOfStarter(selection.starter.value, t, today),
  );
  const name = promise ? `promise ${promise.id}` : `starter ${selection.starter.value ?? ''}`;
  const [draft, setDraft] = useState(() => {
    const kept = selection.promiseDraft.peek();
    return kept?.of === name ? kept.draft : before;
  });
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  useUnsaved(draft !== before);

  const change = (part: Partial<PromiseDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    selection.promiseDraft.value = { of: name, draft: next };
    setErrors(noErrors);
    saving.rest();
  };
  const form = useRef<HTMLFormElement>(null);
  const save = useOnce(async () => {
    const checked = commitmentInput(rawOf(draft), {
      today,
      ...countActive(all, today, promise?.id),
      rests: promise !== undefined && stateOn(promise, today) !== 'active',
    });
    const wrong = { ...(!checked.ok && errorsByField(checked.error)), ...(form.current && unreadable(form.current)) };
    setErrors(wrong);
    if (!checked.ok || hasErrors(wrong)) return goToWrong(form.current);
    const saved = await saving.save([editOf(checked.value)]);
    if (!saved) return false;
    selection.promiseDraft.value = undefined;
    const [id = ''] = saved.ids;
    if (!promise) undo.propose({ done: t('app.saved'), undo: () => commit([deleteCommitment(id)]) });
    if (promise) router.close('promises/one');
    else router.replace(selection.promiseHome.peek());
    return true;
  });
  const cancel = () => {
    selection.promiseDraft.value = undefined;
    router.close(home.page);
  };
  const editOf = (input: CommitmentInput) =>
    promise ? changeCommitment(promise, input) : newCommitment(input, actAt(host.clock), saving.newId);
  const home = promise
    ? { page: 'promises/one' as const, name: t('promises.thisOne') }
    : { page: 'promises/new' as const, name: t('promises.starters') };

  return (
    <div class="stack page">
      <PageHead title={promise ? t('promises.change') : t('promises.new')} home={home} />
      <Form form={form} onSubmit={() => void save()}>
        {errors['form'] && <Notice role="alert">{t(`error.${errors['form']}`)}</Notice>}
        <PromiseForm
          draft={draft}
          onChange={change}
          errors={errors}
          weekStart={todayRow.reading.value.value?.settings.weekStart ?? 1}
        />
        <div class="stack form-foot">
          <div class="cluster">
            <Button kind="main" type="submit">
              {t('app.save')}
            </Button>
            <Button onClick={cancel}>{t('app.cancel')}</Button>
          </div>
          <SavingNote saving={saving} onRetry={() => void save()} />
        </div>
      </Form>
    </div>
  );
}
