// The words that stand in the HTML of the new tab and the popup, said again in the language of the person. In English
// nothing changes: the HTML is there before any script, and a test keeps it equal to the words.

import type { MessageKey, Words } from '@i18n/translate.ts';

const texts: readonly (readonly [selector: string, key: MessageKey])[] = [
  ['[data-leave]', 'face.hide'],
  ['[data-lock]', 'face.lockNow'],
  ['.ways > a:first-child', 'face.journal'],
  ['.ways > a:last-child', 'face.help'],
];

const attributes: readonly (readonly [selector: string, name: string, key: MessageKey])[] = [
  ['[data-leave]', 'title', 'face.hideHint'],
  ['.ways', 'aria-label', 'face.ways'],
];

export function sayShell(t: Words): void {
  document.documentElement.lang = t.locale;
  for (const [selector, key] of texts) {
    const place = document.querySelector(selector);
    if (place) place.textContent = t(key);
  }
  for (const [selector, name, key] of attributes) document.querySelector(selector)?.setAttribute(name, t(key));
}
