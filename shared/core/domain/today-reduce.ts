// Keeps the new tab's row true with each write: the rows just written, folded in. Used by the write door alone.

import { addDays, type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import { isDeleted, type Row } from '../kernel/record.ts';
import { parseCommitment } from './commitment-row.ts';
import type { OutcomeResult } from './outcome.ts';
import { parseOutcome } from './outcome-row.ts';
import { defaultSettings, parseSettings } from './settings.ts';
import { answerKey, compare, type Today, type TodayCommitment } from './today.ts';

/** A week for `perWeek`, seen from yesterday, and a day more for a flight west over the date line. */
export const daysKept = 8;

/**
 * `today` with `rows` as they now are, and without what is past on `day`. In any split into batches, with days that
 * do not go back, the same as all rows at once. A row that cannot be read counts as absent.
 */
export function reduceToday(today: Today, rows: readonly Row[], day: LocalDay): Today {
  const through = today.through !== undefined && today.through > day ? today.through : day;
  const since = addDays(through, -daysKept);
  const commitments = new Map(today.commitments.map((commitment) => [commitment.id, commitment]));
  const answers = new Map(Object.entries(today.answers));
  let { settings, quietUntil } = today;
  for (const row of rows) {
    if (row.kind === 'commitment') foldCommitment(commitments, row);
    else if (row.kind === 'outcome') foldOutcome(answers, row);
    else if (row.kind === 'settings') {
      settings = isDeleted(row) ? defaultSettings : parseSettings(row);
      const until = isDeleted(row) ? undefined : row.fields['quietUntil'];
      quietUntil = typeof until === 'number' && Number.isFinite(until) ? until : undefined;
    }
  }
  return {
    commitments: [...commitments.values()]
      .filter(({ endsOn, endedOn }) => endsOn >= since && (endedOn === undefined || endedOn >= since))
      .sort((a, b) => compare(a.id, b.id)),
    answers: Object.fromEntries(
      [...answers].filter(([key]) => key.slice(-10) >= since).sort(([a], [b]) => compare(a, b)),
    ),
    settings,
    ...(quietUntil !== undefined && { quietUntil }),
    through,
  };
}

function foldCommitment(commitments: Map<string, TodayCommitment>, row: Row): void {
  const parsed = parseCommitment(row);
  if (parsed.ok && !parsed.value.deleted) {
    const { state: _state, day: _day, deleted: _deleted, editedAt: _editedAt, ...kept } = parsed.value;
    commitments.set(row.id, kept);
  } else commitments.delete(row.id);
}

function foldOutcome(answers: Map<string, OutcomeResult>, row: Row): void {
  const parsed = parseOutcome(row);
  if (parsed.ok && !parsed.value.deleted) {
    answers.set(answerKey(parsed.value.of, parsed.value.day), parsed.value.result);
    return;
  }
  // The row is named after its promise and day, so that these two never change and say which answer went.
  const { of } = row.fields;
  const day = parseLocalDay(row.fields['day']);
  if (typeof of === 'string' && day) answers.delete(answerKey(of, day));
}
