// Opens a draft for one field or form: held against other tabs, written while it is typed, let go when the form goes.

import type { Fields } from '@core/kernel/record.ts';
import type { Fault } from '@core/vault/fault.ts';
import type { ReadonlySignal } from '@preact/signals';
import type { Application } from './application.ts';
import { holdDraft } from './draft-hold.ts';
import { createDrafting } from './drafting.ts';

export interface OpenedDraft {
  readonly key: string;
  /** Something was typed. */
  touch(): void;
  /** Call before the commit that drops the draft: nothing is written any more until the next key. */
  settle(): Promise<void>;
  /** Takes it from the disk, because the person wants no more of it. */
  discard(): Promise<void>;
  /** Why the newest words could not be put away, if they could not. */
  readonly fault: ReadonlySignal<Fault | undefined>;
  /** Puts away what is pending and lets go. */
  close(): void;
}

/** `key`: the draft that is taken up again; absent for a new one. `read`: what stands on the screen, if it is worth keeping. */
export type OpenDraft = (key: string | undefined, read: () => Fields | undefined) => OpenedDraft;

type Desk = Pick<Application, 'ledger' | 'attention' | 'host' | 'drafts' | 'draftsChanged'>;

export const draftOpener =
  ({ ledger, attention, host, drafts, draftsChanged }: Desk): OpenDraft =>
  (given, read) => {
    // A key of its own for each form that is open: two tabs never write over each other's words.
    const key = given ?? host.random.uuid();
    const drafting = createDrafting({ ledger, attention, clock: host.clock, key, read });
    const release = holdDraft(key);
    drafts.add(drafting);
    return {
      key,
      touch: drafting.touch,
      settle: drafting.settle,
      async discard() {
        await drafting.settle();
        await ledger.dropDraft(key);
        draftsChanged();
      },
      fault: drafting.fault,
      close() {
        const closing = drafting.stop().then(release);
        const closed = { flush: () => closing };
        drafts.delete(drafting);
        drafts.add(closed); // until it is let go, so that whoever reads drafts next in this tab can wait for it
        void closing.then(() => {
          drafts.delete(closed);
          draftsChanged();
        });
      },
    };
  };
