// The form of a promise before it is checked: what stands in the fields.

import type { Commitment, CommitmentInput, Repeat } from '@core/domain/commitment.ts';
import type { Raw } from '@core/domain/input.ts';
import { starters } from '@core/domain/starters.ts';
import { type Aim, aims, type Value, values } from '@core/domain/value.ts';
import { addDays, type LocalDay, weekdayOf } from '@core/kernel/local-day.ts';
import type { Fields } from '@core/kernel/record.ts';
import type { Words } from '@i18n/translate.ts';
import { oneOf, textOr } from '../begun-values.ts';
import { starterText } from './starter-words.ts';

export type PromiseDraft = {
  readonly text: string;
  readonly dueTime: string;
  readonly repeat: Repeat['type'];
  readonly weekdays: readonly number[];
  readonly times: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly value: Value;
  readonly aim: Aim;
  readonly glance: string;
};

export const repeats = ['none', 'daily', 'weekdays', 'perWeek'] as const satisfies readonly Repeat['type'][];

function emptyDraft(today: LocalDay): PromiseDraft {
  return {
    text: '',
    dueTime: '',
    repeat: 'daily',
    weekdays: [weekdayOf(today)],
    times: 3,
    startsOn: today,
    endsOn: addDays(today, 6),
    value: values[2],
    aim: aims[0],
    glance: '',
  };
}

export function draftOfStarter(key: string | undefined, t: Words, today: LocalDay): PromiseDraft {
  const starter = starters.find((one) => one.key === key);
  if (!starter) return emptyDraft(today);
  const { value, aim, repeat } = starter;
  return {
    ...emptyDraft(today),
    ...{ value, aim, repeat: repeat.type },
    ...(repeat.type === 'weekdays' && { weekdays: repeat.days }),
    text: starterText(t, starter.key),
    dueTime: 'dueTime' in starter ? starter.dueTime : '',
  };
}

export function draftOfPromise(promise: Commitment, today: LocalDay): PromiseDraft {
  const { text, dueTime = '', repeat, startsOn, endsOn, value, aim, glance = '' } = promise;
  return {
    ...emptyDraft(today),
    ...{ text, dueTime, repeat: repeat.type, startsOn, endsOn, value, aim, glance },
    ...(repeat.type === 'weekdays' && { weekdays: repeat.days }),
    ...(repeat.type === 'perWeek' && { times: repeat.times }),
  };
}

/** What was begun in the form, over what it begins with. */
export function parsePromiseDraft(begun: Fields, before: PromiseDraft): PromiseDraft {
  const { text, dueTime, repeat, weekdays, times, startsOn, endsOn, value, aim, glance } = begun;
  return {
    text: textOr(text, before.text),
    dueTime: textOr(dueTime, before.dueTime),
    repeat: oneOf(repeats, repeat, before.repeat),
    weekdays: Array.isArray(weekdays) ? weekdays.filter((day) => typeof day === 'number') : before.weekdays,
    times: typeof times === 'number' ? times : before.times,
    startsOn: textOr(startsOn, before.startsOn),
    endsOn: textOr(endsOn, before.endsOn),
    value: oneOf(values, value, before.value),
    aim: oneOf(aims, aim, before.aim),
    glance: textOr(glance, before.glance),
  };
}

/** As the check of the form wants it. */
export function rawOf(draft: PromiseDraft): Raw<CommitmentInput> {
  const { repeat, weekdays, times, ...plain } = draft;
  const rest = repeat === 'weekdays' ? { days: weekdays } : repeat === 'perWeek' ? { times } : {};
  return { ...plain, form: 'dated', repeat: { type: repeat, ...rest } };
}
