// The foot of the popup: its words in the language of the person, and locking, where there is a lock and it is open.

import { sayShell } from '@app/face/say-shell.ts';
import type { FaceSource } from '@app/face/source.ts';
import { defaultSettings } from '@core/domain/settings.ts';
import type { Words } from '@i18n/translate.ts';

interface FootOptions {
  readonly source: FaceSource;
  readonly words: Words;
  /** From the settings, once they are known. */
  readonly minutes: () => number | undefined;
}

export async function foot({ source, words, minutes }: FootOptions): Promise<void> {
  sayShell(words);
  const button = document.querySelector<HTMLElement>('[data-lock]');
  if (!button || !(await source.isUnlocked())) return;
  button.hidden = false;
  button.addEventListener('click', () => void source.lockNow());
  source.watchIdle(() => minutes() ?? defaultSettings.lockAfter);
}
