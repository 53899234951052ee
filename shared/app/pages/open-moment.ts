// Keeps the words that are typed into a moment, and finds those that were begun for the same day of the same promise.

import type { Application } from '../application.ts';
import { readBegun } from '../begun.ts';
import { type Keep, noteOf } from '../face/kept-words.ts';
import type { Moment } from '../face/moment.ts';
import { draftOpener } from '../open-draft.ts';

export function openMoment(application: Application): (moment: Moment) => Promise<Keep> {
  const open = draftOpener(application);
  return async (moment) => {
    if (moment.type !== 'answer') return { open, begun: undefined };
    await application.flush(); // words that were left a moment ago are on their way
    const begun = await readBegun(noteOf(moment.commitment.id, moment.day))(application.ledger);
    return { open, begun: begun.ok ? begun.value : undefined };
  };
}
