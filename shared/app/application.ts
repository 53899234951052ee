// What every page of the journal application has at hand, made once when the ledger is open.

import { endQuiet } from '@core/domain/quiet.ts';
import { defaultSettings } from '@core/domain/settings.ts';
import type { Today } from '@core/domain/today.ts';
import type { Draft } from '@core/store/drafts.ts';
import type { Ledger } from '@core/store/ledger.ts';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Attention, createAttention } from './attention.ts';
import { createDayWatch, type DayWatch } from './day-watch.ts';
import type { Drafting } from './drafting.ts';
import type { Host } from './host.ts';
import type { Language } from './language.ts';
import { createLive, type Live } from './live.ts';
import { watchLock } from './lock/watch-lock.ts';
import { createRouter, type Router } from './router.ts';
import { createSelection, type Selection } from './selection.ts';
import { createUndoDesk, type UndoDesk } from './undo-offer.ts';
import { createUnsaved, type Unsaved } from './unsaved.ts';

export interface Application {
  readonly host: Host;
  readonly language: Language;
  readonly ledger: Ledger;
  readonly attention: Attention;
  readonly router: Router;
  readonly days: DayWatch;
  readonly selection: Selection;
  readonly undo: UndoDesk;
  readonly unsaved: Unsaved;
  /** Today's promises and the settings: one row that several pages read. */
  readonly today: Live<Today>;
  /** Resolves with `ok` only when the record is on the disk. `draft` is dropped in the same act. */
  readonly commit: Ledger['commit'];
  /** How to put away each text that is being typed; one that was left stays until others may take it up. */
  readonly drafts: Set<Pick<Drafting, 'flush'> & Partial<Pick<Drafting, 'unsaved'>>>;
  /** Grows when a draft was put away or dropped here: the ledger gives no notice of drafts. */
  readonly draftRevision: ReadonlySignal<number>;
  draftsChanged(): void;
  /** Nothing of the person's may be seen until they ask. True from the start, until the settings say otherwise. */
  readonly covered: Signal<boolean>;
  /** Something of the person's own was saved since the page was opened. */
  readonly somethingSaved: ReadonlySignal<boolean>;
  /** Puts away everything that is being typed, and lets go of what was left. */
  flush(): Promise<void>;
  /** What is still nowhere but on the screen after that. */
  unsavedDrafts(): Draft[];
  stop(): void;
}

export function createApplication(host: Host, language: Language, opened: Ledger): Application {
  const attention = createAttention();
  const router = createRouter();
  const unsaved = createUnsaved();
  const days = createDayWatch(host.clock, attention, () => unsaved.any.value);
  const drafts: Application['drafts'] = new Set();
  const draftRevision = signal(0);
  const draftsChanged = () => {
    draftRevision.value += 1;
  };
  const somethingSaved = signal(false);
  const flush = async () => {
    await Promise.all([...drafts].map((one) => one.flush()));
  };
  const undo = createUndoDesk();
  const commit: Ledger['commit'] = async (edits, options) => {
    const offered = undo.offer.peek();
    const result = await opened.commit(edits, options);
    // One act later an "Undo" would take back something else than what stands before the eyes.
    if (result.ok && offered) undo.forget(offered);
    if (result.ok && !somethingSaved.value && edits.some(({ kind }) => kind !== 'settings')) {
      somethingSaved.value = true;
      // Asked now because now there is something to lose, and a press of the person's to answer to.
      void host.storage.persist();
    }
    return result;
  };
  const ledger: Ledger = { ...opened, commit };
  const today = createLive(ledger, attention, ({ today }) => today());
  const stopToday = today.start();
  void forgetPastQuiet(host, today, ledger);
  const stopBackups = backUpLater(ledger);
  const minutes = () => (today.reading.peek().value?.settings ?? defaultSettings).lockAfter;
  const stopIdle = watchLock({ host, minutes, flush });

  return {
    host,
    language,
    ledger,
    attention,
    router,
    days,
    selection: createSelection(),
    undo,
    unsaved,
    today,
    commit,
    drafts,
    draftRevision,
    draftsChanged,
    covered: signal(true),
    somethingSaved,
    flush,
    unsavedDrafts: () => [...drafts].flatMap((one) => one.unsaved?.() ?? []),
    stop() {
      stopIdle();
      router.stop();
      days.stop();
      stopToday();
      stopBackups();
    },
  };
}

/** A quiet that is over still says something about the person, so it does not stay on the disk. */
async function forgetPastQuiet({ clock }: Host, today: Live<Today>, ledger: Ledger): Promise<void> {
  await today.refresh();
  const quietUntil = today.reading.value.value?.quietUntil;
  if (quietUntil !== undefined && quietUntil <= clock.now()) await ledger.commit([endQuiet()]);
}

/** Where the browser lets a page have a folder, a backup is made by itself; not before the page has come to rest. */
function backUpLater(ledger: Ledger): () => void {
  let stop = () => {};
  const timer = setTimeout(async () => {
    if (!('showDirectoryPicker' in globalThis)) return;
    const part = await import('./backup/by-itself.ts').catch(() => undefined);
    if (part) stop = part.backUpByItself(ledger);
  }, 3000);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

export const ApplicationContext = createContext<Application | undefined>(undefined);

export function useApplication(): Application {
  const application = useContext(ApplicationContext);
  if (!application) throw new Error('This part of the page stands outside the journal application.');
  return application;
}
