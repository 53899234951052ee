// How many rows of a backup are of a kind that we know and still cannot be shown. They are kept as they are: a later version
// may have written them.

import { parseAppreciation } from '@core/domain/appreciation-row.ts';
import { parseCelebration } from '@core/domain/celebration-row.ts';
import { parseCommitment } from '@core/domain/commitment-row.ts';
import { parseJournalEntry } from '@core/domain/journal-entry-row.ts';
import { parseOutcome } from '@core/domain/outcome-row.ts';
import { parseWin } from '@core/domain/win-row.ts';
import { isDeleted, type Row } from '@core/kernel/record.ts';
import type { StampedRow } from '@core/merge/stamped-row.ts';
import { toView } from '@core/merge/view.ts';

const parsers: Readonly<Record<string, (row: Row) => { readonly ok: boolean }>> = {
  appreciation: parseAppreciation,
  celebration: parseCelebration,
  commitment: parseCommitment,
  journalEntry: parseJournalEntry,
  outcome: parseOutcome,
  win: parseWin,
};

export async function strangeRows(rows: readonly StampedRow[]): Promise<number> {
  let strange = 0;
  for (const row of rows) {
    const parse = Object.hasOwn(parsers, row.kind) && !isDeleted(row) ? parsers[row.kind] : undefined;
    if (parse && !parse(await toView(row)).ok) strange += 1;
  }
  return strange;
}
