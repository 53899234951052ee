// The records against the chain: each has to be, byte for byte, what the newest link that names it says.

import type { SealedRow } from '../vault/schema.ts';
import { digestOf } from './row-box.ts';
import type { StoredRow } from './through.ts';
import type { Named } from './verify-chain.ts';

export interface RowsReport {
  /** Records that are not what the chain says: the link that named them last, and the digest that they have. */
  readonly unlike: Map<string, Named>;
  /** Records that no link names, with the digest that they have. */
  readonly unlinked: Map<string, string>;
  /** What the chain names and nobody has seen yet; what stays in here at the end is not there. */
  readonly missing: Map<string, Named>;
  /** How many entries the records have in the index of marks. */
  marks: number;
}

/** Takes `newest` over and empties it: one digest for each record is all that is ever in memory. */
export const createRowsReport = (newest: Map<string, Named>): RowsReport => ({
  unlike: new Map(),
  unlinked: new Map(),
  missing: newest,
  marks: 0,
});

export async function takeRows(report: RowsReport, rows: readonly StoredRow[]): Promise<void> {
  const digests = await Promise.all(rows.map(([, row]) => digestIfSound(row)));
  rows.forEach(([id, row], index) => {
    report.marks += Array.isArray(row?.marks) ? new Set(row.marks).size : 0;
    const digest = digests[index] ?? '';
    const named = report.missing.get(id);
    report.missing.delete(id);
    if (named?.digest === digest) return;
    // An empty digest in a branch: the record was known not to be there, and now something is.
    if (!named?.digest) report.unlinked.set(id, digest);
    else report.unlike.set(id, { seq: named.seq, digest });
  });
}

/** A damaged row may have any form: then it has no digest. */
async function digestIfSound(row: SealedRow | undefined): Promise<string> {
  try {
    return row ? await digestOf(row) : '';
  } catch {
    return '';
  }
}
