// The form of one thing that was noticed, a win or a kind act: read first, then shown with what was begun of it, and
// with what both have in common.

import type { Edit, Row } from '@core/kernel/record.ts';
import type { Result } from '@core/kernel/result.ts';
import { Field } from '@ui/parts/field.tsx';
import { useWords } from '@ui/words.ts';
import type { ComponentChildren, ComponentType } from 'preact';
import { useApplication } from '../../application.ts';
import type { Begun, FormName } from '../../begun.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { readOne } from '../read-one.ts';
import { RecordForm } from '../record-form.tsx';
import { useBeginning } from '../use-beginning.ts';
import type { RecordFormState } from '../use-record-form.ts';

export interface NoticedEditorProps<Item> {
  readonly name: FormName;
  /** Nothing for a new one. */
  readonly item: Item | undefined;
  readonly begun: Begun | undefined;
}

interface NoticedFormProps<Item> {
  readonly type: string;
  readonly parse: (row: Row) => Result<Item, unknown>;
  readonly Editor: ComponentType<NoticedEditorProps<Item>>;
}

export function NoticedForm<Item>({ type, parse, Editor }: NoticedFormProps<Item>) {
  const id = useApplication().selection.noticed.value;
  const name = id === undefined ? { type: `new ${type}` } : { type, of: id };
  const { value, fault, refresh } = useBeginning(name, readOne(id, parse));
  if (value) return <Editor name={name} item={value.item.item} begun={value.begun} />;
  return fault ? <FaultNotice fault={fault} onRetry={() => void refresh()} /> : null;
}

interface NoticedFieldsProps {
  readonly title: string;
  readonly state: RecordFormState & {
    readonly values: { readonly day: string };
    readonly change: (part: { readonly day: string }) => void;
    readonly errorOf: (field: string) => string | undefined;
  };
  /** For one that is there already: how to delete it, and how to bring it back. */
  readonly deletion: { readonly there: Edit; readonly back: Edit } | undefined;
  readonly children: ComponentChildren;
}

export function NoticedFields({ title, state, deletion, children }: NoticedFieldsProps) {
  const t = useWords();
  const { router, days, undo, commit } = useApplication();
  const remove = async ({ there, back }: NonNullable<typeof deletion>) => {
    if (!(await state.remove(there))) return;
    undo.propose({ done: t('app.deleted'), undo: () => commit([back]) });
    router.close('wins');
  };
  return (
    <RecordForm
      title={title}
      home={{ page: 'wins', name: t('app.wins') }}
      state={state}
      onDelete={deletion && (() => void remove(deletion))}
    >
      {children}
      <Field
        label={t('app.day')}
        error={state.errorOf('day')}
        type="date"
        value={state.values.day}
        onInput={(day) => state.change({ day })}
        input={{ name: 'day', max: days.shown.value }}
      />
    </RecordForm>
  );
}
