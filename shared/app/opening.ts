// From a closed page to an open ledger: what is tried, what went wrong, and how it goes on.

import type { Fault } from '@core/vault/fault.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Application, createApplication } from './application.ts';
import { mayCover } from './cover/may-cover.ts';
import type { Host } from './host.ts';
import type { Language } from './language.ts';
import { addressOf, type PageName } from './router.ts';

export type OpeningState =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly application: Application }
  | { readonly type: 'fault'; readonly fault: Fault };

export interface Opening {
  readonly state: ReadonlySignal<OpeningState>;
  /** A newer version took the database from this page. */
  readonly replaced: ReadonlySignal<boolean>;
  /** All that is stored can be read, and nothing new can be kept. */
  readonly behind: ReadonlySignal<boolean>;
  /** Tries, or tries again. */
  open(): Promise<void>;
  /** Tries again after the person has said how to go on, at `page` if one is given. */
  openAt(page?: PageName): Promise<void>;
  /** Puts away what is being typed, and loads the page again: the lock was closed or changed. */
  reload(): Promise<void>;
  /** The page is taken away. */
  stop(): void;
}

/** What comes even before the first questions: help, and bringing back what was here. */
const beforeFirst: readonly PageName[] = ['help', 'settings/restore'];

export function createOpening(host: Host, language: Language): Opening {
  const state = signal<OpeningState>({ type: 'opening' });
  const replaced = signal(false);
  const behind = signal(false);

  const signs = {
    // Said at once, and unsaid by itself: the opening that waits goes on when the other tab is closed.
    onBlocked() {
      if (state.value.type === 'opening') state.value = { type: 'fault', fault: { type: 'blocked' } };
    },
    async onReplaced() {
      if (state.value.type === 'open') await state.value.application.flush();
      replaced.value = true;
    },
    onBehind(now: boolean) {
      behind.value = now;
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
    // Who was never here is asked three short questions first.
    const settings = application.today.reading.value.value?.settings;
    application.covered.value = mayCover(settings);
    const { router } = application;
    if (settings?.started === false && !beforeFirst.includes(router.page.value)) router.replace('start');
    state.value = { type: 'open', application };
  };
  return {
    state,
    replaced,
    behind,
    open,
    async openAt(page) {
      if (page) location.hash = addressOf(page);
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
