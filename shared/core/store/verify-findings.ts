// From what does not fit to what a person can be told: how much, and which days of their calendar it is about.

import type { LocalDay } from '../kernel/local-day.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import type { Head } from '../vault/schema.ts';
import { dayOfLink } from './chain.ts';
import type { Finding, FindingKind } from './finding.ts';
import { type Pause, throughChain } from './through.ts';
import type { Verification, Watched } from './verify.ts';
import { type Named, rowsOf, unknownBroken, unknownGaps } from './verify-chain.ts';

interface Seen extends Omit<Verification, 'findings'> {
  /** The witness speaks of another vault. */
  readonly isForeign: boolean;
}

export async function nameFindings(vault: Watched, seen: Seen, pause: Pause): Promise<Result<Finding[], Fault>> {
  const replayed = await findReplayed(vault, seen, pause);
  if (!replayed.ok) return replayed;
  const findings: Finding[] = [];
  const say = async (kind: FindingKind, count: number, from?: number, to?: number, rows: readonly string[] = []) => {
    const [first, last] = await Promise.all([dayOf(vault, from), dayOf(vault, to)]);
    findings.push({ kind, count, rows, ...(first && { from: first }), ...(last && { to: last }) });
  };
  const sayRows = async (kind: FindingKind, rows: readonly (readonly [string, Named])[]) => {
    const seqs = rows.map(([, { seq }]) => seq).sort((a, b) => a - b);
    if (rows.length > 0)
      await say(
        kind,
        rows.length,
        seqs[0],
        seqs.at(-1),
        rows.map(([id]) => id),
      );
  };

  const { chain, rows, head, expected } = seen;
  if (seen.isForeign) await say('foreign', 0);
  const newest = Math.max(expected?.seq ?? 0, head?.seq ?? 0);
  const tail = newest - chain.last.seq;
  if (tail > 0) await say('tail', tail, chain.last.seq);
  else if (head?.seq !== chain.last.seq || head.hash !== chain.last.hash) await say('head', 0);
  if (isFork(seen)) await say('fork', 0);

  const [front, ...between] = splitFront(unknownGaps(chain));
  if (front) await say('front', front[1], undefined, front[1] + 1);
  const lost = between.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (lost > 0) await say('gap', lost, (between[0]?.[0] ?? 0) - 1, (between.at(-1)?.[1] ?? 0) + 1);
  const broken = unknownBroken(chain);
  if (broken.length > 0) await say('link', broken.length, broken[0], broken.at(-1));

  const unlike = [...rows.unlike];
  await sayRows(
    'rowMissing',
    [...rows.missing].filter(([, { digest }]) => digest !== ''),
  );
  await sayRows(
    'rowAltered',
    unlike.filter(([id]) => !replayed.value.has(id)),
  );
  await sayRows(
    'rowReplayed',
    unlike.filter(([id]) => replayed.value.has(id)),
  );
  const unlinked = [...rows.unlinked.keys()];
  if (unlinked.length > 0) await say('rowUnlinked', unlinked.length, undefined, undefined, unlinked);
  // Where records themselves do not fit, their entries need not, either.
  const short = rows.marks - (seen.indexed ?? rows.marks);
  if (short > 0 && rows.unlike.size === 0 && unlinked.length === 0) await say('index', 0);
  return ok(findings);
}

/** The witness saw an action of this number that is not the one that stands there, and no branch knows of it. */
function isFork({ chain, expected }: Seen): boolean {
  if (!expected || chain.witnessed === undefined || chain.witnessed === expected.hash) return false;
  return !chain.branches.some((branch) => branch.expected?.hash === expected.hash);
}

/** The run at the front of the chain, or nothing in its place; then the others. */
function splitFront<Run extends readonly [number, number]>(gaps: readonly Run[]): [Run | undefined, ...Run[]] {
  const [first, ...others] = gaps;
  if (!first) return [undefined];
  return first[0] === 1 ? [first, ...others] : [undefined, ...gaps];
}

/** Which of the records that do not fit are what an older link says: an earlier version that was put back. */
async function findReplayed(vault: Watched, { chain, rows }: Seen, pause: Pause): Promise<Result<Set<string>, Fault>> {
  const found = new Set<string>();
  if (rows.unlike.size === 0) return ok(found);
  const looked = await throughChain(
    vault.connection,
    chain.last.seq,
    (links) => {
      for (const link of links) {
        for (const [id, digest] of rowsOf(link)) if (rows.unlike.get(id)?.digest === digest) found.add(id);
      }
    },
    pause,
  );
  return looked.ok ? ok(found) : looked;
}

/** The day on the person's calendar when the action of that number was made. */
async function dayOf({ connection, keys }: Watched, seq: Head['seq'] | undefined): Promise<LocalDay | undefined> {
  if (!seq) return undefined;
  const link = await connection.use((db) => db.get('chain', seq));
  return link.ok && link.value ? dayOfLink(keys, link.value) : undefined;
}
