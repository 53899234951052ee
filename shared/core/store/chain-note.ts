// When an action was: the sealed note of its link, in the person's own calendar.

import { type LocalDay, parseLocalDay } from '../kernel/local-day.ts';
import type { Keys } from '../vault/keys.ts';
import type { ChainLink } from '../vault/schema.ts';
import { unseal } from '../vault/seal.ts';
import { noteBond } from './chain.ts';

/** The day on which it happened; nothing when the note does not open. */
export async function dayOfLink(keys: Keys, { seq, note }: ChainLink): Promise<LocalDay | undefined> {
  const read = (await unseal(keys.row, note, noteBond(keys.vault, seq))) as { day?: unknown } | undefined;
  return parseLocalDay(read?.day);
}
