// The backup that makes itself: into the chosen folder, once a day, after something changed, while a page is open and the
// browser still lets it write there. One page of the origin does it; the others look the other way.

import { readBackups } from '@core/backup/waiting.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { mayWrite, rememberedFolder } from './folder.ts';

/** Milliseconds after a change or an opening: somebody who is writing is not to notice. */
const rest = 20_000;

/** Begins to watch. Answers how to stop. */
export function backUpByItself(ledger: Ledger, wait = rest): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void backUpIfDue(ledger), wait);
  };
  later();
  const stopListening = ledger.onChange(later);
  return () => {
    stopListening();
    clearTimeout(timer);
  };
}

/** Whether a backup was made. What does not go today is tried again with the next change, and Today reminds in the end. */
export async function backUpIfDue(ledger: Ledger): Promise<boolean> {
  return navigator.locks.request('backup', { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    const [reading, folder] = await Promise.all([ledger.withVault(readBackups), rememberedFolder(ledger)]);
    if (!reading.ok || !folder.ok || !folder.value) return false;
    const { state, since, today } = reading.value;
    const madeToday = state.last?.how === 'folder' && state.last.day === today;
    if (!state.recipient || !since || madeToday || !(await mayWrite(folder.value).catch(() => false))) return false;
    const { backUpToFolder } = await import('./back-up.ts'); // half of it is cryptography, needed once a day
    return (await backUpToFolder(ledger, folder.value, state.recipient)).ok;
  });
}
