// What the pages of the journal read.

import type { JournalEntry } from '@core/domain/journal-entry.ts';
import { parseJournalEntry } from '@core/domain/journal-entry-row.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { ok } from '@core/kernel/result.ts';
import type { Query } from '../../live.ts';
import { type LookBack, lookBack } from '../../look-back.ts';
import { readOne } from '../read-one.ts';
import { type EntryDraft, parseEntryDraft } from './entry-draft.ts';

export const readEntries =
  (today: LocalDay, most: number): Query<LookBack<JournalEntry>> =>
  (ledger) =>
    lookBack(ledger, { today, most, sources: [{ kind: 'journalEntry', parse: parseJournalEntry }] });

export const readEntry = (id: string | undefined) => readOne(id, parseJournalEntry);

export interface Beginning {
  /** The entry that is being changed. */
  readonly entry: JournalEntry | undefined;
  /** The unfinished text that is taken up again. */
  readonly draft: EntryDraft | undefined;
}

/** What an editor begins with. */
export const readBeginning =
  (entryId: string | undefined, draftKey: string | undefined): Query<Beginning> =>
  async (ledger) => {
    const drafts = draftKey === undefined ? ok([]) : await ledger.drafts();
    if (!drafts.ok) return drafts;
    const draft = drafts.value.map(parseEntryDraft).find((one) => one?.key === draftKey);
    const entry = await readEntry(draft ? draft.entry : entryId)(ledger);
    return entry.ok ? ok({ entry: entry.value.item, draft }) : entry;
  };
