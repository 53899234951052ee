// Locking: what is being typed is put away, the key is taken, and every page loads itself again.

import { reloadAll } from '../face/leave.ts';
import type { Host } from '../host.ts';

/** Milliseconds that a page may take to put its drafts away before it goes anyway. */
const patience = 500;

export async function lockPageNow({ keyPlace }: Pick<Host, 'keyPlace'>, flush: () => Promise<void>): Promise<void> {
  document.documentElement.classList.add('covered');
  await putAway(flush);
  await keyPlace.clear();
  reloadAll();
}

const putAway = (flush: () => Promise<void>): Promise<unknown> =>
  Promise.race([flush().catch(() => {}), new Promise((done) => setTimeout(done, patience))]);
