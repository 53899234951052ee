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
import { TextArea } from '@ui/parts/text-area.tsx';
import { Tick } from '@ui/parts/tick.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { flagOr, textOr } from '../begun-values.ts';
import { useRecordForm } from '../use-record-form.ts';
import { type NoticedEditorProps, NoticedFields, NoticedForm } from './noticed-form.tsx';

export function AppreciationForm() {
  return <NoticedForm type="appreciation" parse={parseAppreciation} Editor={Editor} />;
}

function Editor({ name, item: seen, begun }: NoticedEditorProps<Appreciation>) {
  const t = useWords();
  const { router, days, undo, commit } = useApplication();
  const today = days.shown.value;
  const state = useRecordForm({
    ...{ name, begun },
    isNew: !seen,
    before: { what: seen?.what ?? '', day: (seen?.day ?? today) as string, saidAloud: seen?.saidAloud ?? false },
    parse: ({ what, day, saidAloud }, before) => ({
      what: textOr(what, before.what),
      day: textOr(day, before.day),
      saidAloud: flagOr(saidAloud, before.saidAloud),
    }),
    check: ({ day, ...rest }) =>
      appreciationInput({ ...rest, day: day || undefined }, { today, ...(seen && { was: seen.day }) }),
    toEdit: (input, act, newId) => (seen ? changeAppreciation(seen, input) : newAppreciation(input, act, newId)),
    onSaved(id) {
      if (!seen) undo.propose({ done: t('app.saved'), undo: () => commit([deleteAppreciation(id)]) });
      router.close('wins');
    },
  });
  const { values, change, errorOf } = state;
  return (
    <NoticedFields
      title={seen ? t('wins.editNoticed') : t('wins.notice')}
      state={state}
      deletion={seen && { there: deleteAppreciation(seen.id), back: restoreAppreciation(seen.id) }}
    >
      <TextArea
        label={t('wins.what')}
        hint={t('wins.whatHint')}
        error={errorOf('what')}
        value={values.what}
        onInput={(what) => change({ what })}
      />
      <Tick checked={values.saidAloud} onChange={(saidAloud) => change({ saidAloud })}>
        {t('wins.saidAloud')}
      </Tick>
    </NoticedFields>
  );
}
