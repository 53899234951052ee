// Habits from Loop Habit Tracker's CSV export: an archive with Habits.csv, and a folder with Checkmarks.csv for each
// habit. A habit becomes a promise that is over. A "yes" is an answer of the person's; a "no" is the app's word for a
// day without one, and nobody who was never asked for an answer is told here that they broke their word.

import { newCommitment, type Repeat } from '../domain/commitment.ts';
import { limits } from '../domain/limits.ts';
import type { OutcomeResult } from '../domain/outcome.ts';
import { checkBody, checkLine, withoutHiddenMarks } from '../domain/text.ts';
import { addDays, type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { readCsv } from './csv.ts';
import { type Gathering, gather, type Here, type Incoming, sometimeOn, withoutInstant } from './incoming.ts';
import type { Refusal } from './refusal.ts';

export const habitsFile = 'Habits.csv';
const checkmarksFile = /^(\d{3,})(?!\d) ?[^/]*\/Checkmarks\.csv$/;

/** By the number that their folder begins with. */
export const checkmarkFiles = (names: readonly string[]): Map<number, string> =>
  new Map(
    names.flatMap((name) => {
      const number = checkmarksFile.exec(name)?.[1];
      return number === undefined ? [] : [[Number(number), name] as const];
    }),
  );

/** The words of newer versions, and the numbers of older ones. All else is no answer. */
const meanings: Readonly<Record<string, OutcomeResult | undefined>> = {
  YES_MANUAL: 'kept',
  '2': 'kept',
  SKIP: 'didNotComeUp',
  '3': 'didNotComeUp',
  '-3': 'didNotComeUp',
};

/** Values that say "not done", as against those that say nothing. */
const open: readonly string[] = ['NO', '0'];

/** `checkmarks`: the text of each habit's file, by its number. */
export function readLoop(
  habits: string,
  checkmarks: ReadonlyMap<number, string>,
  here: Here,
): Result<Incoming, Refusal> {
  const [head = [], ...lines] = readCsv(habits) ?? [];
  const column = (name: string) => head.indexOf(name);
  if (column('Position') < 0 || column('Name') < 0) return err({ type: 'damaged' });
  const found = gather('loop');
  for (const line of lines) {
    const cell = (name: string): string => line[column(name)] ?? '';
    const checks = readCsv(checkmarks.get(Number(cell('Position'))) ?? '') ?? [];
    if (cell('Type') === 'NUMERICAL') found.leave('amounts');
    else readHabit(cell('Name'), repeatOf(cell), checks, found, here);
  }
  return ok(found.result());
}

interface Check {
  readonly day: LocalDay;
  readonly result: OutcomeResult;
  readonly note: string;
}

function readHabit(
  rawName: string,
  repeat: Repeat,
  lines: readonly string[][],
  found: Gathering,
  here: Here,
): undefined {
  const name = checkLine(withoutHiddenMarks(rawName), limits.promise);
  if (!name.ok) return found.leave(name.error === 'tooLong' ? 'tooLong' : 'noText');
  const checks = readChecks(lines, found, here);
  const [first, last] = [checks.at(0)?.day, checks.at(-1)?.day];
  if (!first || !last) return found.leave('noText');
  const text = name.value;
  const was = `loop|${text}`;
  const input = { form: 'dated', text, value: 'followThrough', aim: 'self', repeat } as const;
  const { set } = newCommitment({ ...input, startsOn: first, endsOn: last }, sometimeOn(last, here), was);
  const before = found.records.length;
  const endedOn = last < here.today ? addDays(last, 1) : here.today;
  found.add({ was, kind: 'commitment', place: { name: was }, set: withoutInstant({ ...set, endedOn }) });
  if (found.records.length === before) return undefined; // a second habit of this name
  for (const { day, result, note } of checks) {
    const fields = { of: was, day, result, ...(note !== '' && { note }), deleted: false };
    found.add({
      was: `${was}|${day}`,
      kind: 'outcome',
      place: { answer: 'outcome', to: was, day },
      set: fields,
    });
  }
  return undefined;
}

/** Oldest first. */
function readChecks(lines: readonly string[][], found: Gathering, { today }: Here): Check[] {
  const checks = new Map<LocalDay, Check>();
  for (const [rawDay = '', rawValue = '', rawNote = ''] of lines) {
    const day = parseLocalDay(rawDay);
    if (!day) continue; // the head of the table
    const value = rawValue.trim();
    const result = Object.hasOwn(meanings, value) ? meanings[value] : undefined;
    const note = checkBody(rawNote, limits.note);
    if (!result) {
      if (open.includes(value)) found.leave('openDays');
      if (note.ok) found.leave('notesAlone');
      continue;
    }
    if (day > today) found.leave('notYet');
    else checks.set(day, { day, result, note: note.ok ? note.value : '' });
    if (!note.ok && note.error === 'tooLong') found.leave('tooLong');
  }
  return [...checks.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** `numerator` times in `denominator` days. */
function repeatOf(cell: (name: string) => string): Repeat {
  const [times, days] = [Number(cell('FrequencyNumerator')), Number(cell('FrequencyDenominator'))];
  const perWeek = Math.round((times * 7) / days);
  if (!Number.isFinite(perWeek) || perWeek >= 7) return { type: 'daily' };
  return { type: 'perWeek', times: Math.max(1, perWeek) };
}
