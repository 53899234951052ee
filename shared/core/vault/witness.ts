// The witness: a few words outside IndexedDB that say how much there was. A damaged database comes back as an empty
// one, often without any error; only somebody who stood outside can tell an empty database from a new one.

/** Holds nothing personal: it lies in clear where browsers keep the settings of extensions and sites. */
export interface Testimony {
  /** Random name of the vault. */
  readonly vault: string;
  /** Number and hash of the newest action that was surely stored. */
  readonly seq: number;
  readonly hash: string;
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
  const { vault, seq, hash } = (value ?? {}) as Partial<Testimony>;
  const sound = typeof vault === 'string' && Number.isSafeInteger(seq) && typeof hash === 'string';
  return sound ? { vault, seq: Number(seq), hash } : undefined;
}

/** What the witness says. `silent`: it cannot be asked, so nobody may conclude that nothing was ever here. */
export const hear = (witness: Witness): Promise<Testimony | undefined | 'silent'> =>
  witness.read().catch((): 'silent' => 'silent');

/**
 * Moves the testimony forward, never back: two tabs may report out of order, and a database that lost its tail must
 * not talk the witness out of what it saw.
 */
export async function testify(witness: Witness, testimony: Testimony): Promise<void> {
  const before = await witness.read();
  if (before?.vault === testimony.vault && before.seq >= testimony.seq) return;
  await witness.write(testimony);
}
