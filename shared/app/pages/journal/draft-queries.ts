// The unfinished entries. Apart from the other queries, because Today asks for them before it needs any parser.

import { ok } from '@core/kernel/result.ts';
import { heldDrafts } from '../../draft-hold.ts';
import type { Query } from '../../live.ts';
import { type EntryDraft, parseEntryDraft } from './entry-draft.ts';

/** Unfinished entries that nobody is writing just now, the newest first. */
export const readDrafts: Query<readonly EntryDraft[]> = async ({ drafts }) => {
  const [found, held] = await Promise.all([drafts(), heldDrafts()]);
  if (!found.ok) return found;
  const ours = found.value.map(parseEntryDraft).filter((draft) => draft !== undefined);
  return ok(ours.filter(({ key }) => !held.has(key)));
};
