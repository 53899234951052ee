// A form that writes one record: its fields, what is wrong with them, what was begun before, and the one way to save.

import type { FieldError } from '@core/domain/input.ts';
import { type Act, actAt } from '@core/kernel/local-day.ts';
import type { Edit, Fields } from '@core/kernel/record.ts';
import type { Result } from '@core/kernel/result.ts';
import type { Committed } from '@core/store/commit.ts';
import { useWords } from '@ui/words.ts';
import { useMemo, useRef, useState } from 'preact/hooks';
import { useApplication } from '../application.ts';
import { type Begun, begunFields, type FormName } from '../begun.ts';
import { draftOpener } from '../open-draft.ts';
import { useOnce, useSaving } from '../saving.ts';
import { useDraft } from '../use-draft.ts';
import { type FormErrors, goToWrong, hasErrors, noErrors, wrongIn } from './form-errors.ts';

interface RecordFormOptions<Values extends Fields, Input> {
  readonly name: FormName;
  readonly isNew: boolean;
  /** What the fields begin with when nothing was begun. */
  readonly before: Values;
  readonly begun: Begun | undefined;
  /** What was begun, as these fields can show it. */
  readonly parse: (begun: Fields, before: Values) => Values;
  readonly check: (values: Values) => Result<Input, FieldError[]>;
  readonly toEdit: (input: Input, act: Act, newId: string) => Edit;
  readonly onSaved: (id: string, input: Input) => unknown;
}

export type RecordFormState = Pick<
  ReturnType<typeof useRecordForm<Fields, unknown>>,
  'form' | 'saving' | 'takenUp' | 'fault' | 'save' | 'remove' | 'discard' | 'beginAnew' | 'touch'
>;

export function useRecordForm<Values extends Fields, Input>(options: RecordFormOptions<Values, Input>) {
  const { name, isNew, begun, parse, check, toEdit, onSaved } = options;
  const t = useWords();
  const application = useApplication();
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  // A record that another tab changes meanwhile changes nothing in an open form.
  const [before] = useState(options.before);
  const [values, setValues] = useState(() => (begun ? parse(begun.values, before) : before));
  const [takenUp, setTakenUp] = useState(begun !== undefined);
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const [done, setDone] = useState(false);
  const changed = changedIn(values, before);
  const unsaved = !done && Object.keys(changed).length > 0;
  const draft = useDraft({
    open: useMemo(() => draftOpener(application), [application]),
    key: begun?.key,
    unsaved,
    // Of a record that is there only what was changed: the rest may be newer when this is taken up again.
    read: () => (unsaved ? begunFields(name, isNew ? values : changed) : undefined),
  });

  const change = (part: Partial<Values>) => {
    setValues((now) => ({ ...now, ...part }));
    setErrors(noErrors);
    saving.rest();
    draft.touch();
  };
  const commit = async (edit: Edit): Promise<Committed | undefined> => {
    await draft.settle();
    const saved = await saving.save([edit], draft.key === undefined ? {} : { draft: draft.key });
    setDone(saved !== undefined);
    if (saved) draft.done();
    else draft.touch(); // the words on the screen are unsaved still, and go on being kept as a draft
    return saved;
  };
  const save = useOnce(async () => {
    const checked = check(values);
    const wrong = wrongIn(checked, form.current);
    setErrors(wrong);
    if (!checked.ok || hasErrors(wrong)) return goToWrong(form.current);
    const saved = await commit(toEdit(checked.value, actAt(application.host.clock), saving.newId));
    if (!saved) return false;
    await onSaved(saved.ids[0] ?? '', checked.value);
    return true;
  });
  return {
    ...{ values, change, errors, form, saving, takenUp, save },
    errorOf: (field: string) => errors[field] && t(`error.${errors[field]}`),
    /** Why the newest words could not be put away. */
    fault: draft.fault,
    touch: draft.touch,
    discard: draft.discard,
    /** Deletes the record, and what was begun of it. */
    remove: commit,
    beginAnew() {
      void draft.discard();
      setValues(before);
      setErrors(noErrors);
      setTakenUp(false);
    },
  };
}

function changedIn<Values extends Fields>(values: Values, before: Values): Fields {
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  );
}
