// The witness: a few words outside IndexedDB that say how much there was. A damaged database comes back as an empty
// one, often without any error; only somebody who stood outside can tell an empty database from a new one.

import { parseLocalDay } from '../kernel/local-day.ts';
import type { Head } from './schema.ts';

/** Holds nothing personal: it lies in clear where browsers keep the settings of extensions and sites. */
export interface Testimony {
  /** Random name of the vault. */
  readonly vault: string;
  /** Number and hash of the newest action that was surely stored. */
  readonly seq: number;
  readonly hash: string;
  /** The last backup that was surely good: the day it was made, and the action it reaches to. */
  readonly backup?: { readonly day: string; readonly seq: number };
}

/** The place of the testimony on this platform: `storage.local` in the extension, `localStorage` in the web app. */
export interface Witness {
  read(): Promise<Testimony | undefined>;
  write(testimony: Testimony): Promise<void>;
  /** Puts the present testimony aside, because the person chose to begin anew beside what was lost. */
  retire(): Promise<void>;
  /** Forgets everything, also what was put aside: the person erased what it bore witness to. */
  forget(): Promise<void>;
}

export function parseTestimony(value: unknown): Testimony | undefined {
  const { vault, seq, hash, backup } = (value ?? {}) as Partial<Testimony>;
  const sound = typeof vault === 'string' && Number.isSafeInteger(seq) && typeof hash === 'string';
  if (!sound) return undefined;
  const day = parseLocalDay(backup?.day);
  const known = day && Number.isSafeInteger(backup?.seq) ? { backup: { day, seq: Number(backup?.seq) } } : {};
  return { vault, seq: Number(seq), hash, ...known };
}

/** What the witness says. `silent`: it cannot be asked, so nobody may conclude that nothing was ever here. */
export const hear = (witness: Witness): Promise<Testimony | undefined | 'silent'> =>
  witness.read().catch((): 'silent' => 'silent');

/**
 * Whether the witness saw something that this vault's chain does not have, as far as its head can tell. Read the head
 * after the witness, or once more when this says yes: another tab may have written between the two.
 */
export function isBehind(vault: string, head: Head | undefined, seen: Testimony | undefined | 'silent'): boolean {
  if (!head) return true; // founding a vault writes one
  if (!seen || seen === 'silent') return false;
  return seen.vault !== vault || seen.seq > head.seq || (seen.seq === head.seq && seen.hash !== head.hash);
}

/**
 * Moves the testimony forward, never back, and only along the chain that it has seen: two tabs may report out of
 * order, and a database that lost its tail must not talk the witness out of what it saw. `linkAt` reads the chain.
 */
export async function testify(
  witness: Witness,
  testimony: Testimony,
  linkAt: (seq: number) => Promise<{ readonly prev: string } | undefined>,
): Promise<void> {
  const before = await witness.read();
  if (before && (before.vault !== testimony.vault || before.seq >= testimony.seq)) return;
  // The next link names what came before it; so does the first one of a vault that was moved.
  if (before?.seq && (await linkAt(before.seq + 1))?.prev !== before.hash) return;
  await witness.write({ ...before, ...testimony });
}
