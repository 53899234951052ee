// From a closed page to an open ledger: what is tried, what went wrong, and how it goes on.

import type { Fault } from '@core/vault/fault.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Application, createApplication } from './application.ts';
import { mayCover } from './cover/may-cover.ts';
import type { Host } from './host.ts';
import type { Language } from './language.ts';

export type OpeningState =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly application: Application }
  | { readonly type: 'fault'; readonly fault: Fault };

export interface Opening {
  readonly state: ReadonlySignal<OpeningState>;
  /** A newer version took the database from this page. */
  readonly replaced: ReadonlySignal<boolean>;
  /** Tries, or tries again. */
  open(): Promise<void>;
  /** Founds a new record where the old one is gone. Nothing of what may still be there is touched. */
  openAnew(): Promise<void>;
  /** Puts away what is being typed, and loads the page again: the lock was closed or changed. */
  reload(): Promise<void>;
  /** The page is taken away. */
  stop(): void;
}

export function createOpening(host: Host, language: Language): Opening {
  const state = signal<OpeningState>({ type: 'opening' });
  const replaced = signal(false);

  const signs = {
    // Said at once, and unsaid by itself: the opening that waits goes on when the other tab is closed.
    onBlocked() {
      if (state.value.type === 'opening') state.value = { type: 'fault', fault: { type: 'blocked' } };
    },
    async onReplaced() {
      if (state.value.type === 'open') await state.value.application.flush();
      replaced.value = true;
    },
  };
  const open = async () => {
    if (state.value.type === 'open') return;
    state.value = { type: 'opening' };
    const opened = await host.openLedger(signs);
    if (!opened.ok) {
      state.value = { type: 'fault', fault: opened.error };
      return;
    }
    const application = createApplication(host, language, opened.value);
    // The first screen has its one row before it is drawn, so that nothing jumps.
    await application.today.refresh();
    // Who was never here is asked three short questions first; help comes even before those.
    const settings = application.today.reading.value.value?.settings;
    application.covered.value = mayCover(settings);
    if (settings?.started === false && application.router.page.value !== 'help') application.router.replace('start');
    state.value = { type: 'open', application };
  };
  return {
    state,
    replaced,
    open,
    async openAnew() {
      await host.beginAnew();
      await open();
    },
    async reload() {
      const { value } = state;
      if (value.type === 'open') await Promise.race([putAway(value.application), aMoment()]);
      location.reload();
    },
    stop() {
      if (state.value.type === 'open') state.value.application.stop();
    },
  };
}

/** Where the vault has moved on with another key, this page cannot save any more: its last words go after it. */
async function putAway({ host, flush, unsavedDrafts }: Application): Promise<void> {
  await flush().catch(() => {});
  const left = unsavedDrafts();
  if (left.length === 0) return;
  const lock = await host.lock();
  await Promise.all(left.map((draft) => lock.rescue(draft)));
}

/** How long a page may take to put its drafts away before it is loaded again. It shows nothing meanwhile. */
const aMoment = () => new Promise((done) => setTimeout(done, 3000));
