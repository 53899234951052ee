// What the new tab and the popup are given: a short way to the first sentence, and everything else on request.

import type { Today } from '@core/domain/today.ts';
import type { WinInput } from '@core/domain/win.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import type { Words } from '@i18n/translate.ts';
import type { FaultNotice } from '../faults/fault-notice.tsx';
import type { FaceActs } from './acts.ts';
import type { LockedSheet } from './locked-sheet.tsx';
import type { MomentView } from './moment-view.tsx';
import type { QuickWinSheet } from './quick-win-sheet.tsx';

export type Sight =
  /** With a fault: it can be read, and nothing written. `loss`: something is not as it was saved; the journal tells what. */
  | { readonly type: 'today'; readonly today: Today; readonly fault?: Fault | undefined; readonly loss?: boolean }
  /** Nothing was ever written here. */
  | { readonly type: 'fresh' }
  | { readonly type: 'fault'; readonly fault: Wrong };

/** What keeps the page from its work: the storage, or a part of itself that did not come. */
export type Wrong = Fault | { readonly type: 'notLoaded' };

/** What only an act of the person needs. Loaded once: in idle time after the first paint, or when first asked for. */
export interface Later {
  readonly words: Words;
  readonly FaultNotice: typeof FaultNotice;
  readonly MomentView: typeof MomentView;
  readonly QuickWinSheet: typeof QuickWinSheet;
  readonly LockedSheet: typeof LockedSheet;
  /** The write path. A fault is not kept: the next call tries again. */
  acts(): Promise<Result<FaceActs, Fault>>;
}

export interface FaceSource {
  /** What stands for somebody whose calendar shows `day`. */
  read(day: LocalDay): Promise<Sight>;
  /** Rejects when it did not come; the next call tries again. */
  later(): Promise<Later>;
  /** Whether there is a lock, and it is open. */
  isUnlocked(): Promise<boolean>;
  /** Takes the key of an unlocked vault away, without telling anybody yet. */
  lock(): void;
  /** Takes it away, and every page loads itself again. */
  lockNow(): Promise<void>;
  /** Locks a vault that has a lock when nobody did anything for so many minutes. */
  watchIdle(minutes: () => number): void;
  /** Puts a win away while the vault is locked; answers with its id. */
  catchWin(input: WinInput): Promise<Result<string, Wrong>>;
  /** Calls `listener` when another page has written. Only a hint: read again. */
  onChange(listener: () => void): void;
  /** Calls `listener` while an older page holds the storage. What is being read comes once that page is closed. */
  onBlocked(listener: () => void): void;
}
