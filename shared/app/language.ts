// The sentences of the application, in two parts: what the first screen needs, and the rest a moment later.

import first from '@i18n/en.json?areas=app,fault,today,face,answer';
import { createWords, type Words } from '@i18n/translate.ts';
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Language {
  readonly words: ReadonlySignal<Words>;
  /** Resolves when every page has its words. */
  complete(): Promise<void>;
}

const known = 'en';

/** `tags` in the order of the person's liking, as in `navigator.languages`. */
export function createLanguage(tags: readonly string[]): Language {
  // English as it is written where the person lives: days and hours are shown in the way they are used to.
  const locale = tags.find((tag) => tag.split('-')[0] === known) ?? known;
  const words = signal(createWords(locale, first));
  let completing: Promise<void> | undefined;
  const load = async () => {
    const { default: rest } = await import(
      '@i18n/en.json?areas=error,moment,win,cel,promises,wins,journal,settings,start,help,starter,hint,trouble,install,cover,list,return,begun,exchange,backup,loss,lock'
    );
    words.value = createWords(locale, { ...first, ...rest });
  };
  return {
    words,
    complete() {
      completing ??= load().catch((error: unknown) => {
        completing = undefined; // asked again with the next page
        throw error;
      });
      return completing;
    },
  };
}
