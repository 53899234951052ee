// An entry that is being written, as it is put away: what it says, for which day, and over which versions of the text.

import type { JournalEntry } from '@core/domain/journal-entry.ts';
import { type LocalDay, parseLocalDay } from '@core/kernel/local-day.ts';
import type { Fields } from '@core/kernel/record.ts';
import type { Draft } from '@core/store/drafts.ts';

export interface EntryDraft {
  readonly key: string;
  /** Id of the entry that is being changed; absent for a new one. */
  readonly entry?: string;
  readonly day: LocalDay;
  readonly body: string;
  readonly heavy: boolean;
  /** Versions of the body that the writer had on the screen. */
  readonly over: readonly string[];
  /** Put aside: kept, but no longer offered by itself. */
  readonly aside: boolean;
  readonly savedAt: number;
}

const type = 'journalEntry';

export type DraftFields = Omit<EntryDraft, 'key' | 'savedAt'>;

export const draftFields = ({ entry, day, body, heavy, over, aside }: DraftFields): Fields => ({
  ...{ type, day, body, heavy, over, aside },
  ...(entry !== undefined && { entry }),
});

/** Nothing for a draft of another kind, or one that cannot be read. */
export function parseEntryDraft({ key, fields, savedAt }: Draft): EntryDraft | undefined {
  const { entry, body, over } = fields;
  const day = parseLocalDay(fields['day']);
  if (fields['type'] !== type || !day || typeof body !== 'string') return undefined;
  const heads = Array.isArray(over) ? over.filter((head) => typeof head === 'string') : [];
  const flags = { heavy: fields['heavy'] === true, aside: fields['aside'] === true };
  return { key, day, body, over: heads, ...flags, savedAt, ...(typeof entry === 'string' && { entry }) };
}

/** The entry as the writer of the draft had it before them. */
export const asShown = (entry: JournalEntry, draft: EntryDraft | undefined): JournalEntry =>
  draft ? { ...entry, body: { ...entry.body, heads: draft.over } } : entry;
