// How a promise is described beside its own words: when it falls, and where it stands.

import type { Commitment, Repeat } from '@core/domain/commitment.ts';
import { stateOn } from '@core/domain/due.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Words } from '@i18n/translate.ts';
import { listOf, longDay, shortDay, timeName, weekdayName } from '../../day-words.ts';

/** "Every day by 18:30, until 29 Nov" */
export function whenWords(t: Words, commitment: Commitment, today: LocalDay): string {
  const { repeat, dueTime, startsOn, endsOn } = commitment;
  const how = repeat.type === 'none' ? longDay(t, startsOn, today) : repeatWords(t, repeat);
  const timed = dueTime ? t('promises.whenBy', { when: how, time: timeName(t, dueTime) }) : how;
  if (repeat.type === 'none') return timed;
  if (startsOn > today) return t('promises.whenFrom', { when: timed, day: shortDay(t, startsOn, today) });
  return t('promises.whenUntil', { when: timed, day: shortDay(t, endsOn, today) });
}

function repeatWords(t: Words, repeat: Repeat): string {
  switch (repeat.type) {
    case 'none':
      return t('promises.once');
    case 'daily':
      return t('promises.daily');
    case 'weekdays':
      return listOf(
        t,
        repeat.days.map((day) => weekdayName(t, day, 'long')),
      );
    case 'perWeek':
      return t('promises.perWeek', { n: repeat.times });
  }
}

/** "Resting until 4 Dec", "Ended 20 Nov"; nothing for a promise that is on. */
export function stateWords(t: Words, commitment: Commitment, today: LocalDay): string | undefined {
  const state = stateOn(commitment, today);
  if (state === 'active') return undefined;
  if (state === 'ended') {
    const { endedOn, endsOn } = commitment;
    return t('promises.endedOn', { day: shortDay(t, endedOn && endedOn < endsOn ? endedOn : endsOn, today) });
  }
  const pause = commitment.pausedRanges.find(({ from, to }) => from <= today && (to === undefined || to >= today));
  return pause?.to ? t('promises.restingUntil', { day: shortDay(t, pause.to, today) }) : t('promises.resting');
}
