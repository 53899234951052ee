// A plain table with a day and a text in each line, from any program: each line becomes an entry.

import { entryInput, newEntry } from '../domain/journal-entry.ts';
import { parseLocalDay } from '../kernel/local-day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { readCsv, unmarked } from './csv.ts';
import { gather, type Here, type Incoming, leftFor, sometimeOn, withoutInstant } from './incoming.ts';
import { exchangeLimits } from './limits.ts';
import type { Refusal } from './refusal.ts';

const dayNames = ['day', 'date'];
const textNames = ['body', 'text', 'entry', 'note'];

export function readJournalTable(text: string, here: Here): Result<Incoming, Refusal> {
  const [head = [], ...lines] = readCsv(text) ?? [];
  const column = (names: readonly string[]) => head.findIndex((name) => names.includes(name.trim().toLowerCase()));
  const [dayColumn, textColumn] = [column(dayNames), column(textNames)];
  if (dayColumn < 0 || textColumn < 0) return err({ type: 'notKnown' });
  if (lines.length > exchangeLimits.records) return err({ type: 'tooMany' });
  const found = gather('table');
  for (const line of lines) {
    const day = parseLocalDay((line[dayColumn] ?? '').trim().slice(0, 10));
    const body = unmarked(line[textColumn] ?? '');
    const input = day && entryInput({ day, body, tags: [], heavy: false }, here);
    if (!input) {
      found.leave('noDay');
      continue;
    }
    if (!input.ok) {
      found.leave(leftFor(input.error));
      continue;
    }
    const name = `table|${day}|${input.value.body}`;
    const set = withoutInstant(newEntry(input.value, sometimeOn(day, here), name).set);
    found.add({ was: name, kind: 'journalEntry', place: { name }, set, texts: { body: input.value.body } });
  }
  return ok(found.result());
}
