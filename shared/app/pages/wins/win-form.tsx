// A small act with its day and a note: new, or one that is being changed.

import {
  changeWin,
  deleteWin,
  isWinType,
  newWin,
  restoreWin,
  type Win,
  type WinType,
  winInput,
  winTypes,
} from '@core/domain/win.ts';
import { parseWin } from '@core/domain/win-row.ts';
import { Choice } from '@ui/parts/choice.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { AfterAct } from '../after-act.tsx';
import { textOr } from '../begun-values.ts';
import { PageHead } from '../page-head.tsx';
import { useMoments } from '../use-moments.ts';
import { useRecordForm } from '../use-record-form.ts';
import { type NoticedEditorProps, NoticedFields, NoticedForm } from './noticed-form.tsx';
import './wins.css';

export function WinForm() {
  return <NoticedForm type="win" parse={parseWin} Editor={Editor} />;
}

function Editor({ name, item: win, begun }: NoticedEditorProps<Win>) {
  const t = useWords();
  const { router, days } = useApplication();
  const today = days.shown.value;
  const { shown, show } = useMoments();
  const close = () => router.close('wins');
  const state = useRecordForm({
    ...{ name, begun },
    isNew: !win,
    before: { of: (win?.of ?? null) as WinType | null, day: (win?.day ?? today) as string, note: win?.note ?? '' },
    parse: ({ of, day, note }, before) => ({
      of: isWinType(of) ? of : before.of,
      day: textOr(day, before.day),
      note: textOr(note, before.note),
    }),
    check: ({ of, day, note }) =>
      winInput({ of, day: day || undefined, note }, { today, ...(win && { was: win.day }) }),
    toEdit: (input, act, newId) => (win ? changeWin(win, input) : newWin(input, act, newId)),
    onSaved: (of, input) => (win ? close() : show({ type: 'win', win: input.of, of, day: input.day })),
  });
  const { values, change, errorOf } = state;

  if (shown) {
    return (
      <div class="stack page">
        <PageHead title={t('app.saved')} home={{ page: 'wins', name: t('app.wins') }} />
        <AfterAct shown={shown} onDone={close} />
      </div>
    );
  }
  return (
    <NoticedFields
      title={win ? t('wins.edit') : t('wins.add')}
      state={state}
      deletion={win && { there: deleteWin(win.id), back: restoreWin(win.id) }}
    >
      <div class="win-types">
        <Choice
          label={t('wins.which')}
          error={errorOf('of')}
          value={values.of ?? undefined}
          options={winTypes.map((known) => ({ value: known.type, label: t(`win.${known.type}`) }))}
          onChange={(of) => change({ of })}
        />
      </div>
      <TextArea
        label={t('wins.note')}
        error={errorOf('note')}
        value={values.note}
        onInput={(note) => change({ note })}
        room="line"
      />
    </NoticedFields>
  );
}
