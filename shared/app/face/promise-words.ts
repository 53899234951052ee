// How a promise reads: in full, or in words that tell nothing to somebody who looks over a shoulder.

import type { Settings } from '@core/domain/settings.ts';
import type { TodayCommitment } from '@core/domain/today.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Words } from '@i18n/translate.ts';
import { longDay, timeName } from '../day-words.ts';

/** `words`: as the person wrote it. `discreet`: other words. `hidden`: nothing but the time of day. */
export type Glance = 'words' | 'discreet' | 'hidden';

/** What of a promise its sentence is made of. */
type Sentence = Pick<TodayCommitment, 'form' | 'text' | 'ifText' | 'thenText'>;

/** Asking shows the words, whatever the mode. */
export const glanceOf = (mode: Settings['glance'], asked: boolean): Glance =>
  asked || mode === 'own' ? 'words' : mode;

export const promiseLine = (promise: TodayCommitment, isOpen: boolean, t: Words): string =>
  isOpen ? sentenceOf(promise, t) : (promise.glance ?? t('face.note'));

/** The promise in the person's own words, an if-then as one sentence. */
export function sentenceOf({ form, text, ifText, thenText }: Sentence, t: Words): string {
  return form === 'ifThen' && ifText ? t('face.ifThen', { case: ifText, act: thenText ?? text }) : text;
}

/** The day that an answer counts for; with the hour of the promise when it may be seen and its words do not say it. */
export function dateLine(day: LocalDay, promise: TodayCommitment | undefined, t: Words): string {
  const date = longDay(t, day, day);
  const time = promise && timeBeside(promise, t);
  return time ? `${date} · ${time}` : date;
}

/** "by 18:30"; nothing where the promise has no hour, or its own words say it already in one notation or the other. */
export function timeBeside({ text, dueTime }: TodayCommitment, t: Words): string | undefined {
  const time = dueTime && timeName(t, dueTime);
  return time && !text.includes(time) && !text.includes(dueTime) ? t('face.by', { time }) : undefined;
}
