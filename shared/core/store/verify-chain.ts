// The chain, link by link: which are missing, which are not as they were written, and which record each one named.

import type { Branch, ChainLink, Head } from '../vault/schema.ts';
import { linkHash } from './chain.ts';

/** Numbers of links: first and last of a run. */
export type Run = readonly [first: number, last: number];

export interface ChainReport {
  /** By record: the newest link that names it, and the digest it gives. */
  readonly newest: Map<string, Named>;
  /** Runs of links that are not there. */
  readonly gaps: Run[];
  /** Links that are not as they were written, or do not join the one before. */
  readonly broken: number[];
  /** Where the record went on after an earlier loss. */
  readonly branches: Branch[];
  /** The newest link that is there; number 0 when there is none. */
  last: Head;
  /** The link whose number the witness gave. */
  witnessed: string | undefined;
}

export interface Named {
  readonly seq: number;
  readonly digest: string;
}

export interface ChainCheck {
  readonly report: ChainReport;
  /** Takes the next links, in their order. */
  take(links: readonly ChainLink[]): Promise<void>;
}

/** `witnessedAt`: number of the link whose hash is wanted for comparison. */
export function createChainCheck(witnessedAt?: number): ChainCheck {
  const report: ChainReport = {
    ...{ newest: new Map(), gaps: [], broken: [], branches: [] },
    ...{ last: { seq: 0, hash: '' }, witnessed: undefined },
  };
  /** The hash that the last link has by its content, if it is not the one it says. */
  let really = '';

  const takeOne = (link: ChainLink, hash: string) => {
    const { last } = report;
    const isFirst = last.seq === 0;
    const follows = link.seq === last.seq + 1;
    if (!follows && !(isFirst && link.base)) report.gaps.push([last.seq + 1, link.seq - 1]);
    // After a link without a hash nobody can say what the next one joined.
    const mustJoin = isFirst ? follows : last.hash !== '' && (follows || link.branch);
    const joins = !mustJoin || link.base || link.prev === last.hash || link.prev === really;
    if (!joins || hash !== link.hash) report.broken.push(link.seq);
    else if (link.branch) report.branches.push(link.branch);
    if (link.seq === witnessedAt) report.witnessed = link.hash;
    // A vault that was moved begins with the sum of what came before.
    if (isFirst && link.base && link.seq - 1 === witnessedAt) report.witnessed = link.prev;
    for (const [id, digest] of rowsOf(link)) report.newest.set(id, { seq: link.seq, digest });
    report.last = { seq: link.seq, hash: typeof link.hash === 'string' ? link.hash : '' };
    really = hash;
  };
  return {
    report,
    async take(links) {
      const hashes = await Promise.all(links.map(hashOf));
      links.forEach((link, index) => {
        takeOne(link, hashes[index] ?? '');
      });
    },
  };
}

/** The gaps that no branch has written down already. */
export const unknownGaps = ({ gaps, branches }: ChainReport): Run[] =>
  gaps.filter(([first, last]) => !branches.some((branch) => branch.gaps.some(([a, z]) => a <= first && last <= z)));

export const unknownBroken = ({ broken, branches }: ChainReport): number[] =>
  broken.filter((seq) => !branches.some((branch) => branch.broken.includes(seq)));

/** A damaged link may have any form: then its hash is none, and it names nothing. */
async function hashOf(link: ChainLink): Promise<string> {
  try {
    return await linkHash(link);
  } catch {
    return '';
  }
}

/** What a link names, as far as it has the form of a link. */
export const rowsOf = ({ rows }: ChainLink): [string, string][] =>
  Array.isArray(rows) ? rows.filter((row) => Array.isArray(row) && typeof row[0] === 'string') : [];
