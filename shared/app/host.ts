// What the journal application asks of the place it runs in. The extension's journal page and the web app each have one.

import type { Clock } from '@core/kernel/clock.ts';
import type { Random } from '@core/kernel/random.ts';
import type { Result } from '@core/kernel/result.ts';
import type { Finding } from '@core/store/finding.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Fault } from '@core/vault/fault.ts';
import type { KeyPlace } from '@core/vault/key-place.ts';
import type { ReadonlySignal } from '@preact/signals';
import type { HostLock } from './lock/host-lock.ts';

export interface Host {
  readonly platform: 'extension' | 'web';
  readonly version: string;
  readonly clock: Clock;
  readonly random: Random;
  openLedger(signs: LedgerSigns): Promise<Result<Ledger, Fault>>;
  /** Puts the witness of a lost record aside, so that the next opening may found a new one. */
  beginAnew(): Promise<void>;
  /** Everything that is stored, as JSON text, also where this version cannot read it. Writes and upgrades nothing. */
  copyStored(): Promise<Result<string, Fault>>;
  /** Fetched when it is asked for; rejects when it cannot be had. */
  recovery(): Promise<Recovery>;
  readonly storage: HostStorage;
  /** Where the key of an unlocked vault is. */
  readonly keyPlace: KeyPlace;
  /** Everything about the lock; fetched when it is asked for. */
  lock(): Promise<HostLock>;
  /** Nothing when it is installed already, or cannot be. */
  readonly install: ReadonlySignal<InstallOffer | undefined>;
  /** A newer version that waits to be let in. */
  readonly update: ReadonlySignal<UpdateOffer | undefined>;
}

/** What can be done about a loss. */
export interface Recovery {
  /** Looks at everything, beside whatever else the page does; answers what is not as it was written. */
  examine(): Promise<Result<readonly Finding[], Fault>>;
  /** Goes on with what is there. What was expected is written down, and nothing is written over. */
  goOn(): Promise<Result<void, Fault>>;
  /** Makes an empty store beside one that cannot be opened, which stays as it is. The next opening finds the new one. */
  beginBeside(): Promise<Result<void, Fault>>;
}

/** Called by the store while it opens or after. */
export interface LedgerSigns {
  /** An older page holds the database. Opening goes on by itself once that page is closed. */
  onBlocked(): void;
  /** A newer version wants the database: put away what is being typed. */
  onReplaced(): Promise<void>;
  /** `true`: what is stored could not be brought to this version and can only be read. */
  onBehind(behind: boolean): void;
}

export interface HostStorage {
  persisted(): Promise<boolean>;
  /** Asks the browser not to clear this place when the disk gets full. */
  persist(): Promise<boolean>;
  /** Bytes; nothing where the browser does not say. */
  estimate(): Promise<{ readonly used: number; readonly room: number } | undefined>;
}

export type InstallOffer =
  /** The browser lets us ask. */
  | { readonly type: 'button'; install(): Promise<void> }
  /** Only the person can do it, in the share sheet of an iPhone or iPad. */
  | { readonly type: 'shareSheet' };

export interface UpdateOffer {
  /** `waiting`: the new version comes when asked. `taken`: another tab let it in, and this page is now the old one. */
  readonly type: 'waiting' | 'taken';
  /** Switches to the new version and loads the page again. */
  apply(): void;
}
