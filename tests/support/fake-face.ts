// The pages of first sight on a ledger in memory: a few promises, a Thursday evening, and faults on demand.

import { createFaceActs } from '@app/face/acts.ts';
import { LockedSheet } from '@app/face/locked-sheet.tsx';
import { MomentView } from '@app/face/moment-view.tsx';
import { QuickWinSheet } from '@app/face/quick-win-sheet.tsx';
import type { FaceSource, Sight } from '@app/face/source.ts';
import { FaultNotice } from '@app/faults/fault-notice.tsx';
import { type CommitmentInput, newCommitment } from '@core/domain/commitment.ts';
import { type Settings, settingsEdit } from '@core/domain/settings.ts';
import type { WinInput } from '@core/domain/win.ts';
import { actAt, addDays, type LocalDay } from '@core/kernel/local-day.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { err, ok } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import messages from '@i18n/en.json';
import { createWords } from '@i18n/translate.ts';
import { standingClock } from './clock.ts';
import { createFakeLedger, type FakeLedger } from './fake-ledger.ts';

export const thursday = '2026-03-12' as LocalDay;
export const words = createWords('en-GB', messages);
export const thursdayClock = standingClock('2026-03-12T18:05:00Z');

/** Promises in the order in which they come up, and the settings where they differ from those of somebody started. */
export interface FaceScene {
  readonly promises?: readonly Partial<CommitmentInput>[];
  readonly settings?: Parameters<typeof settingsEdit>[0] & { readonly quietUntil?: number };
  /** Instead of what the ledger holds. */
  readonly sight?: Sight;
  /** How many times what is loaded late does not come. */
  readonly laterFails?: number;
  /** There is a lock, and it is open. */
  readonly unlocked?: boolean;
}

export interface FakeFace {
  readonly source: FaceSource;
  readonly ledger: FakeLedger;
  /** What was put away while it was locked. */
  readonly caught: readonly WinInput[];
  /** What reading answers from now on; `undefined` is the truth. */
  readAs(sight: Sight | undefined): void;
  /** Tells the page that another one has written. */
  tell(): void;
}

export const home: Partial<CommitmentInput> = {
  text: 'Home by 18:30; if not, I ring by 18:00.',
  dueTime: '18:30',
  value: 'punctuality',
};

export const question: Partial<CommitmentInput> = {
  text: 'I ask one question about their day and hear all of the answer.',
  dueTime: '19:00',
  value: 'listening',
  glance: 'One question',
};

export async function fakeFace({
  promises = [home],
  settings = {},
  sight,
  laterFails = 0,
  unlocked = false,
}: FaceScene = {}): Promise<FakeFace> {
  const ledger = createFakeLedger(thursdayClock);
  const act = actAt(thursdayClock);
  const started: Partial<Settings> = { started: true, glance: 'own' };
  await ledger.commit([
    { ...settingsEdit({}), set: { ...started, ...settings } },
    ...promises.map((promise, index) => newCommitment(whole(promise), act, `promise-${index}`)),
  ]);
  const listeners = new Set<() => void>();
  const acts = createFaceActs(ledger, thursdayClock, systemRandom);
  const later = {
    words,
    FaultNotice,
    MomentView,
    QuickWinSheet,
    LockedSheet,
    acts: async () => (locked ? err({ type: 'locked' as const }) : ok(acts)),
  };
  const locked = sight?.type === 'fault' && sight.fault.type === 'locked';
  const caught: WinInput[] = [];
  let instead = sight;
  let failing = laterFails;
  return {
    ledger,
    caught,
    readAs: (next) => {
      instead = next;
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
    source: {
      async read() {
        if (instead) return instead;
        const today = await ledger.today();
        return today.ok ? { type: 'today', today: today.value } : faultSight(today.error);
      },
      later: async () => {
        if (failing-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
        return later;
      },
      onChange: (listener) => {
        listeners.add(listener);
      },
      onBlocked: () => {},
      isUnlocked: async () => unlocked,
      lock: () => {},
      lockNow: async () => {},
      watchIdle: () => {},
      async catchWin(input) {
        caught.push(input);
        return ok('caught');
      },
    },
  };
}

const faultSight = (fault: Fault): Sight => ({ type: 'fault', fault });

const whole = (promise: Partial<CommitmentInput>): CommitmentInput => ({
  form: 'dated',
  text: 'I cook and clear up.',
  value: 'followThrough',
  aim: 'self',
  repeat: { type: 'daily' },
  startsOn: thursday,
  endsOn: addDays(thursday, 6),
  ...promise,
});
