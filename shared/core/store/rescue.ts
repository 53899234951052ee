// Puts the last words of a page away where the vault is now, when the page itself cannot: its lock was turned on, changed
// or taken away in another tab while somebody was typing here.

import { err, type Result } from '../kernel/result.ts';
import type { Fault } from '../vault/fault.ts';
import { type Draft, putDraft } from './drafts.ts';
import { openVault } from './open-vault.ts';
import type { Surroundings } from './vault.ts';

/** `surroundings`: with a connection that has never been to the old place. A locked vault gets a sealed message. */
export async function rescueDraft(surroundings: Surroundings, draft: Draft): Promise<Result<void, Fault>> {
  const opened = await openVault(surroundings);
  if (opened.ok) return putDraft(opened.value, draft);
  if (opened.error.type !== 'locked') return err(opened.error);
  const { catchDraft } = await import('./caught.ts');
  return catchDraft(surroundings.connection, draft, surroundings.random);
}
