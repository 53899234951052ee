// The reader of each kind of record that this version knows. Apart from the readers, because it brings all of them.

import type { Row } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { parseAppreciation } from './appreciation-row.ts';
import { parseCelebration } from './celebration-row.ts';
import { parseCommitment } from './commitment-row.ts';
import { parseJournalEntry } from './journal-entry-row.ts';
import { parseOutcome } from './outcome-row.ts';
import { parseWin } from './win-row.ts';

const parsers: Readonly<Record<string, (row: Row) => Result<unknown, unknown>>> = {
  commitment: parseCommitment,
  outcome: parseOutcome,
  win: parseWin,
  appreciation: parseAppreciation,
  celebration: parseCelebration,
  journalEntry: parseJournalEntry,
};

/** Nothing for a kind that this version does not know, and for the settings, which are read whatever they are. */
export const parserOf = (kind: string): ((row: Row) => Result<unknown, unknown>) | undefined =>
  Object.hasOwn(parsers, kind) ? parsers[kind] : undefined;
