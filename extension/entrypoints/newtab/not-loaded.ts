// What is said when the rest of the page did not come, by the little that did: with the elements of `Notice`.

import '@ui/parts/button.css';
import '@ui/parts/notice.css';
import type { Words } from '@i18n/translate.ts';
import { make } from './first-sight.ts';

/** Says it under what is on the screen, and calls `again` at the next press. */
export function sayNotLoaded(root: Element, t: Words, again: () => void): void {
  const reload = make('button', { type: 'button', class: 'button', 'data-kind': 'quiet' }, t('face.loadAgain'));
  reload.addEventListener('click', () => location.reload());
  const notice = make('div', { class: 'notice', role: 'alert' }, make('p', {}, t('face.notLoaded')), reload);
  root.querySelector('.notice')?.remove();
  (root.querySelector('.sheet') ?? root).append(notice);

  const waiting = new AbortController();
  const onPress = () => {
    waiting.abort();
    again();
  };
  root.addEventListener('click', onPress, { signal: waiting.signal });
  document.addEventListener('keydown', onPress, { signal: waiting.signal });
}
