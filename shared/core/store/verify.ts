// A look at everything: the whole chain and the bytes of all records, a slice at a time, so that a page stays at
// hand meanwhile and memory holds one slice and one digest for each record. Writes nothing.

import { ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import type { Branch, Head } from '../vault/schema.ts';
import { hear, type Testimony } from '../vault/witness.ts';
import type { Finding } from './finding.ts';
import { type Pause, type StoredRow, throughChain, throughRows } from './through.ts';
import type { TypedConnection } from './typed-connection.ts';
import type { Vault } from './vault.ts';
import { type ChainCheck, type ChainReport, createChainCheck, rowsOf } from './verify-chain.ts';
import { nameFindings } from './verify-findings.ts';
import { createRowsReport, type RowsReport, takeRows } from './verify-rows.ts';

/** A vault, as far as its records have not to be understood. */
export type Watched = Omit<Vault, 'naming'>;

export interface Verification {
  readonly findings: readonly Finding[];
  /** As it stands in `meta`: what a writer compares. */
  readonly head: Head | undefined;
  readonly chain: ChainReport;
  readonly rows: RowsReport;
  /** Entries in the index of marks; nothing when somebody wrote while everything was looked at. */
  readonly indexed: number | undefined;
  /** The newest action that the witness saw of this vault. */
  readonly expected: Head | undefined;
}

export async function verify(vault: Watched, pause: Pause): Promise<Result<Verification, Fault>> {
  const { connection, keys } = vault;
  const heard = await hear(vault.witness); // before anything is read: the chain may only be ahead of it
  const testimony = heard === 'silent' ? undefined : heard;
  const expected = testimony?.vault === keys.vault ? testimony : undefined;
  const check = createChainCheck(expected?.seq);

  const newest = await connection.use(
    async (db) => (await db.transaction('chain').store.openKeyCursor(null, 'prev'))?.key,
  );
  if (!newest.ok) return newest;
  const end = newest.value ?? 0;
  const linked = await throughChain(connection, end, (links) => check.take(links), pause);
  if (!linked.ok) return linked;
  const rows = createRowsReport(check.report.newest);
  const compare = async (some: readonly StoredRow[]) => ok(await takeRows(rows, some));
  const compared = await throughRows(connection, compare, pause);
  if (!compared.ok) return compared;
  const settled = await settle(connection, end, check, rows);
  if (!settled.ok) return settled;

  const chain = check.report;
  const seen = { ...settled.value, chain, rows, expected };
  const findings = await nameFindings(vault, { ...seen, isForeign: isOfAnother(keys.vault, testimony) }, pause);
  return findings.ok ? ok({ ...seen, findings: findings.value }) : findings;
}

const isOfAnother = (vault: string, testimony: Testimony | undefined): boolean =>
  testimony !== undefined && testimony.vault !== vault;

/**
 * Somebody may have written meanwhile. What has been linked since, and the records it names, are read in one
 * transaction and take the place of what was read of them before.
 */
async function settle(
  connection: TypedConnection,
  end: number,
  check: ChainCheck,
  report: RowsReport,
): Promise<Result<Pick<Verification, 'head' | 'indexed'>, Fault>> {
  const read = await connection.use(async (db) => {
    const transaction = db.transaction(['meta', 'chain', 'rows']);
    const [head, links, indexed] = await Promise.all([
      transaction.objectStore('meta').get('head') as Promise<Head | undefined>,
      transaction.objectStore('chain').getAll(IDBKeyRange.lowerBound(end, true)),
      transaction.objectStore('rows').index('marks').count(),
    ]);
    const ids = [...new Set(links.flatMap((link) => rowsOf(link).map(([id]) => id)))];
    const rows = await Promise.all(ids.map((id) => transaction.objectStore('rows').get(id)));
    return { head, links, indexed, ids, rows };
  });
  if (!read.ok) return read;
  const { head, links, indexed, ids, rows } = read.value;
  for (const id of ids) {
    report.unlike.delete(id);
    report.unlinked.delete(id);
  }
  await check.take(links);
  const there = ids.map((id, index): StoredRow => [id, rows[index]]).filter(([, row]) => row !== undefined);
  await takeRows(report, there);
  return ok({ head, indexed: links.length === 0 ? indexed : undefined });
}

/** What a branch writes down about this, so that it is told once. `above`: the number that the branch will have. */
export function branchOf({ chain, expected }: Verification, above: number): Branch {
  const gaps = [...chain.gaps.map(([first, last]): [number, number] => [first, last])];
  if (above > chain.last.seq + 1) gaps.push([chain.last.seq + 1, above - 1]);
  return {
    expected: expected ? { seq: expected.seq, hash: expected.hash } : null,
    found: chain.last,
    gaps,
    broken: [...chain.broken],
  };
}
