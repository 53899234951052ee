// The chain of actions: each link names the rows it left behind and the hash of the link before, so that a row that
// went missing, an old version put back, or a lost tail is found, whatever the browser says about its files.

import { base64Url, utf8 } from '../kernel/bytes.ts';
import { type Act, type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import type { Random } from '../kernel/random.ts';
import type { Keys } from '../vault/keys.ts';
import type { ChainLink, Head, SealedRow } from '../vault/schema.ts';
import { seal, unseal } from '../vault/seal.ts';
import { digestOf } from './row-box.ts';

export interface Action {
  /** Random name of the action. */
  readonly name: string;
  readonly act: Act;
  readonly rows: readonly SealedRow[];
}

/** `base`: the link sums up what came before, in a vault that was moved. */
export async function nextLink(
  keys: Keys,
  head: Head,
  action: Action,
  random: Random,
  base = false,
): Promise<ChainLink> {
  const seq = head.seq + 1;
  const [digests, note] = await Promise.all([
    Promise.all(action.rows.map(digestOf)),
    seal(keys.row, { day: action.act.day, at: action.act.at }, noteBond(keys.vault, seq), random),
  ]);
  const rows = action.rows.map((row, index): [string, string] => [row.id, digests[index] ?? '']);
  const link = { seq, action: action.name, prev: head.hash, rows, note, ...(base && { base }) };
  return { ...link, hash: await linkHash(link) };
}

/** SHA-256 over all of a link but its own hash. */
export async function linkHash(link: Omit<ChainLink, 'hash'>): Promise<string> {
  const { seq, action, prev, rows, note, base, branch } = link;
  const parts: unknown[] = [seq, action, prev, rows, base64Url(note.nonce), base64Url(note.box)];
  if (base) parts.push('base');
  if (branch) parts.push(branch);
  const text = JSON.stringify(parts);
  return base64Url(await crypto.subtle.digest('SHA-256', utf8(text)));
}

/** What the note of a link is bound to. */
export const noteBond = (vault: string, seq: number): string => `${vault}|chain|${seq}`;

/** The day of an action on the person's calendar; nothing when the note of its link does not open. */
export async function dayOfLink(keys: Keys, { seq, note }: ChainLink): Promise<LocalDay | undefined> {
  const read = (await unseal(keys.row, note, noteBond(keys.vault, seq))) as { day?: unknown } | undefined;
  return parseLocalDay(read?.day);
}
