// The lock as pages use it: unlock, lock, and tell the other pages. What is heavy is fetched when it is asked for.

import type { Clock } from '@core/kernel/clock.ts';
import { err, type Result } from '@core/kernel/result.ts';
import { createNotices } from '@core/store/changed.ts';
import type { Draft } from '@core/store/drafts.ts';
import { connectHere, type Keepers, surroundingsHere } from '@core/store/here.ts';
import type { Attempt, LockState, LockTools, UnlockError } from '@core/store/lock.ts';
import type { Connection } from '@core/vault/connection.ts';
import type { Fault } from '@core/vault/fault.ts';

export interface HostLock {
  /** Which ways in there are. Reads only what lies in clear. */
  state(): Promise<Result<LockState, Fault>>;
  /** Ok: the key is where the ledger looks for it. */
  unlock(attempt: Attempt): Promise<Result<void, UnlockError>>;
  /** For `Ledger.changeLock`. */
  tools(minutes: number): Promise<LockTools>;
  /** Puts a draft away where the vault is now, from a page that has lost it. */
  rescue(draft: Draft): Promise<Result<void, Fault>>;
  /** Everything that is stored here, gone. */
  erase(): Promise<Result<void, Fault>>;
}

/** Until the settings can be read, which say how long it really is. */
const firstMinutes = 10;

export function createHostLock(keepers: Keepers, clock: Clock): HostLock {
  const { keyPlace } = keepers;
  const tools = async (minutes: number): Promise<LockTools> => ({
    kdf: (await import('./kdf-here.ts')).kdfHere,
    minutes,
  });
  return {
    tools,
    async state() {
      const { lockState } = await import('@core/store/lock.ts');
      return withConnection(lockState);
    },
    async unlock(attempt) {
      const { unlock } = await import('@core/store/lock.ts');
      const means = await tools(firstMinutes);
      const opened = await withConnection((connection) => unlock({ connection, keyPlace, clock }, attempt, means));
      if (opened.ok) tellOthers();
      return opened;
    },
    async rescue(draft) {
      const { rescueDraft } = await import('@core/store/rescue.ts');
      return withConnection((connection) => rescueDraft(surroundingsHere(connection, keepers), draft));
    },
    async erase() {
      const { placesHere } = await import('@core/vault/places.ts');
      const places = placesHere();
      if (!places) return err({ type: 'denied' });
      const { eraseEverything } = await import('@core/store/erase.ts');
      const erased = await eraseEverything(places, keepers);
      if (erased.ok) forgetTheme();
      return erased;
    },
  };
}

/** For one question: the page may have none, or one that has been to the old place of the vault. */
async function withConnection<Answer>(ask: (connection: Connection) => Promise<Answer>): Promise<Answer> {
  const connection = connectHere();
  try {
    return await ask(connection);
  } finally {
    connection.close();
  }
}

function forgetTheme(): void {
  try {
    localStorage.removeItem('theme');
  } catch {
    // Storage refused: then nothing lies there.
  }
}

/** Pages that are shown locked look again. */
function tellOthers(): void {
  const notices = createNotices();
  notices.send(0);
  notices.close();
}
