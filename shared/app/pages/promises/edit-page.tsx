// Writing a promise, or changing one.

import {
  type Commitment,
  changeCommitment,
  commitmentInput,
  countActive,
  deleteCommitment,
  latestLastDay,
  newCommitment,
} from '@core/domain/commitment.ts';
import { stateOn } from '@core/domain/due.ts';
import { Notice } from '@ui/parts/notice.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import type { Begun, FormName } from '../../begun.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { RecordForm } from '../record-form.tsx';
import { useBeginning } from '../use-beginning.ts';
import { useRecordForm } from '../use-record-form.ts';
import { draftOfPromise, draftOfStarter, parsePromiseDraft, rawOf } from './promise-draft.ts';
import { PromiseForm } from './promise-form.tsx';
import { readCommitments } from './promise-queries.ts';

export function EditPage() {
  const { selection } = useApplication();
  const id = selection.promise.value;
  const name = id === undefined ? { type: 'new promise', of: selection.starter.value } : { type: 'promise', of: id };
  const { value, fault, refresh } = useBeginning(name, readCommitments);
  if (!value) return fault ? <FaultNotice fault={fault} onRetry={() => void refresh()} /> : null;
  const all = value.item.items;
  return <Editor name={name} promise={all.find((one) => one.id === id)} all={all} begun={value.begun} />;
}

interface EditorProps {
  readonly name: FormName;
  /** Nothing for a new one. */
  readonly promise: Commitment | undefined;
  readonly all: readonly Commitment[];
  readonly begun: Begun | undefined;
}

function Editor({ name, promise, all, begun }: EditorProps) {
  const t = useWords();
  const { router, selection, days, today: todayRow, undo, commit } = useApplication();
  const today = days.shown.value;
  const state = useRecordForm({
    ...{ name, begun },
    isNew: !promise,
    before: promise ? draftOfPromise(promise, today) : draftOfStarter(selection.starter.value, t, today),
    parse: parsePromiseDraft,
    check: (draft) =>
      commitmentInput(rawOf(draft), {
        today,
        ...countActive(all, today, promise?.id),
        // Whatever its last day was: that may be just what is being changed.
        rests: promise !== undefined && stateOn({ ...promise, endsOn: latestLastDay(today) }, today) !== 'active',
      }),
    toEdit: (input, act, newId) => (promise ? changeCommitment(promise, input) : newCommitment(input, act, newId)),
    onSaved(id) {
      if (promise) return router.close('promises/one');
      undo.propose({ done: t('app.saved'), undo: () => commit([deleteCommitment(id)]) });
      router.replace(selection.promiseHome.peek());
    },
  });
  const { values, change, errors } = state;
  return (
    <RecordForm
      title={promise ? t('promises.change') : t('promises.new')}
      home={
        promise
          ? { page: 'promises/one', name: t('promises.thisOne') }
          : { page: 'promises/new', name: t('promises.starters') }
      }
      state={state}
    >
      {errors['form'] && <Notice role="alert">{t(`error.${errors['form']}`)}</Notice>}
      <PromiseForm
        draft={values}
        onChange={change}
        errors={errors}
        weekStart={todayRow.reading.value.value?.settings.weekStart ?? 1}
      />
    </RecordForm>
  );
}
