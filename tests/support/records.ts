// Records for the tests of the application's pages, in as few words as a test can bear.

import { answerEdits } from '@core/domain/answer.ts';
import { newCelebration } from '@core/domain/celebration.ts';
import { type CommitmentInput, newCommitment } from '@core/domain/commitment.ts';
import { newEntry } from '@core/domain/journal-entry.ts';
import type { OutcomeResult } from '@core/domain/outcome.ts';
import { newWin, type WinType } from '@core/domain/win.ts';
import { type Act, addDays, type LocalDay } from '@core/kernel/local-day.ts';
import type { Edit } from '@core/kernel/record.ts';

/** A Monday. */
export const monday = '2026-11-23' as LocalDay;
export const back = (days: number): LocalDay => addDays(monday, -days);

export function actOn(day: LocalDay, hour = 8): Act {
  return { day, zone: 'UTC', offset: 0, at: Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000 };
}

export function promised(id: string, text: string, more: Partial<CommitmentInput> = {}, on = monday): Edit[] {
  const input: CommitmentInput = {
    ...{ form: 'dated', text, value: 'punctuality', aim: 'self', repeat: { type: 'daily' } },
    ...{ startsOn: on, endsOn: addDays(monday, 6) },
    ...more,
  };
  return [newCommitment(input, actOn(on), id)];
}

export const answered = (id: string, day: LocalDay, result: OutcomeResult, note?: string): Edit[] =>
  answerEdits({ commitment: { id }, day, result, ...(note !== undefined && { note }) }, actOn(day));

export const won = (id: string, of: WinType, day: LocalDay, note?: string): Edit[] => [
  newWin({ of, day, ...(note !== undefined && { note }) }, actOn(day), id),
];

export const wrote = (id: string, body: string, day: LocalDay, hour = 8): Edit[] => [
  newEntry({ body, day, heavy: false, tags: [] }, actOn(day, hour), id),
];

/** Own words after the win or outcome with the id `of`. */
export const celebrated = (id: string, of: string, day: LocalDay, ownWords: string): Edit[] => [
  newCelebration({ of, day, stage: 'app', ownWords }, actOn(day), id),
];
