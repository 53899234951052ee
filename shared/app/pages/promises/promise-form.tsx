// A promise in fields. The two that matter stand first; the rest is filled in already and can be left alone.

import { withoutHiddenMarks } from '@core/domain/text.ts';
import { aims, values } from '@core/domain/value.ts';
import { wordingHints } from '@core/domain/wording-hints.ts';
import { Button } from '@ui/parts/button.tsx';
import { Choice } from '@ui/parts/choice.tsx';
import { Field } from '@ui/parts/field.tsx';
import { Select } from '@ui/parts/select.tsx';
import { TextArea } from '@ui/parts/text-area.tsx';
import { Tick } from '@ui/parts/tick.tsx';
import { useWords } from '@ui/words.ts';
import { weekdayName } from '../../day-words.ts';
import type { FormErrors } from '../form-errors.ts';
import { type PromiseDraft, repeats } from './promise-draft.ts';
import './promises.css';

const week = [1, 2, 3, 4, 5, 6, 7];

interface PromiseFormProps {
  readonly draft: PromiseDraft;
  readonly onChange: (change: Partial<PromiseDraft>) => void;
  readonly errors: FormErrors;
  /** ISO weekday that the person's week begins with. */
  readonly weekStart: number;
}

export function PromiseForm({ draft, onChange, errors, weekStart }: PromiseFormProps) {
  const t = useWords();
  const errorOf = (field: string) => {
    const type = errors[field];
    return type && t(`error.${type}`);
  };
  const hints = wordingHints(draft.text, { hasTime: draft.dueTime !== '' });
  return (
    <>
      <TextArea
        label={t('promises.text')}
        hint={hints.length > 0 ? hints.map((hint) => t(`hint.${hint}`)).join(' ') : t('promises.textHint')}
        error={errorOf('text')}
        value={draft.text}
        onInput={(text) => onChange({ text })}
        room="line"
        area={{ enterkeyhint: 'next' }}
      />
      {errors['text'] === 'hiddenMarks' && (
        <Button onClick={() => onChange({ text: withoutHiddenMarks(draft.text) })}>{t('promises.takeOut')}</Button>
      )}
      <Field
        label={t('promises.time')}
        hint={t('promises.timeHint')}
        error={errorOf('dueTime')}
        type="time"
        value={draft.dueTime}
        onInput={(dueTime) => onChange({ dueTime })}
        input={{ name: 'dueTime' }}
      />
      <RepeatFields {...{ draft, onChange, errorOf, weekStart }} />
      <details class="more" open={Boolean(errors['glance'])}>
        <summary>{t('promises.more')}</summary>
        <div class="stack">
          <Select
            label={t('promises.value')}
            value={draft.value}
            options={values.map((value) => ({ value, label: t(`promises.value-${value}`) }))}
            onChange={(value) => onChange({ value })}
          />
          <Choice
            label={t('promises.aim')}
            value={draft.aim}
            options={aims.map((value) => ({ value, label: t(`promises.aim-${value}`) }))}
            onChange={(aim) => onChange({ aim })}
          />
          <Field
            label={t('promises.glance')}
            hint={t('promises.glanceHint')}
            error={errorOf('glance')}
            ownWords
            value={draft.glance}
            onInput={(glance) => onChange({ glance })}
          />
        </div>
      </details>
    </>
  );
}

interface RepeatFieldsProps extends Pick<PromiseFormProps, 'draft' | 'onChange' | 'weekStart'> {
  readonly errorOf: (field: string) => string | undefined;
}

function RepeatFields({ draft, onChange, errorOf, weekStart }: RepeatFieldsProps) {
  const t = useWords();
  const days = week.map((_, index) => week[(weekStart - 1 + index) % 7] ?? 1);
  const once = draft.repeat === 'none';
  return (
    <>
      <Choice
        label={t('promises.repeat')}
        error={errorOf('repeat')}
        value={draft.repeat}
        options={repeats.map((value) => ({ value, label: t(`promises.repeat-${value}`) }))}
        onChange={(repeat) => onChange({ repeat })}
      />
      {draft.repeat === 'weekdays' && (
        // biome-ignore lint/a11y/useSemanticElements: the choice above is the group that these belong to
        <div class="cluster weekdays" role="group" aria-label={t('promises.repeat-weekdays')}>
          {days.map((day) => (
            <Tick
              key={day}
              checked={draft.weekdays.includes(day)}
              onChange={(on) =>
                onChange({ weekdays: on ? [...draft.weekdays, day] : draft.weekdays.filter((one) => one !== day) })
              }
            >
              {weekdayName(t, day, 'long')}
            </Tick>
          ))}
        </div>
      )}
      {draft.repeat === 'perWeek' && (
        <Select
          label={t('promises.times')}
          value={String(draft.times)}
          options={week.map((n) => ({ value: String(n), label: t('promises.perWeek', { n }) }))}
          onChange={(times) => onChange({ times: Number(times) })}
        />
      )}
      <div class="cluster form-days">
        <Field
          label={once ? t('promises.onDay') : t('promises.startsOn')}
          error={errorOf('startsOn')}
          type="date"
          value={draft.startsOn}
          onInput={(startsOn) => onChange({ startsOn })}
          input={{ name: 'startsOn' }}
        />
        {!once && (
          <Field
            label={t('promises.endsOn')}
            error={errorOf('endsOn')}
            type="date"
            value={draft.endsOn}
            onInput={(endsOn) => onChange({ endsOn })}
            input={{ name: 'endsOn' }}
          />
        )}
      </div>
    </>
  );
}
