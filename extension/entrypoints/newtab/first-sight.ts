// The promise on the screen before any framework is loaded. The elements are those of `TodaySheet`, which then takes
// them over: a test holds the two together.

import '@app/face/answers.css';
import '@app/face/promise-line.css';
import '@ui/parts/button.css';
import { dateLine, glanceOf, promiseLine } from '@app/face/promise-words.ts';
import { results } from '@core/domain/outcome.ts';
import { nextPromise, type Today } from '@core/domain/today.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import type { Words } from '@i18n/translate.ts';

/** Answers whether there was a promise to show: everything else can wait for the rest of the page. */
export function paintPromise(root: Element, today: Today, day: LocalDay, t: Words): boolean {
  const promise = nextPromise(today, day);
  const glance = glanceOf(today.settings.glance, false);
  if (!promise || glance === 'hidden') return false;
  const isOpen = glance === 'words';
  const line = make('bdi', {}, promiseLine(promise, isOpen, t));
  const open = isOpen ? line : make('button', { type: 'button', title: t('face.showWords') }, line);
  const answers = results.map((result, index) =>
    make('button', { type: 'button', 'aria-keyshortcuts': String(index + 1) }, t(`answer.${result}`)),
  );
  const win = make('button', { type: 'button', class: 'button', 'data-kind': 'quiet' }, t('face.win'));
  root.replaceChildren(
    make(
      'div',
      { class: 'sheet', tabindex: '-1' },
      make('p', { class: 'face-date' }, dateLine(day, isOpen ? promise : undefined, t)),
      make('h2', { class: 'promise' }, open),
      make('div', { class: 'answers', role: 'group', 'aria-label': t('face.ask'), 'data-keys': 'true' }, ...answers),
      make('p', { class: 'face-foot' }, win),
    ),
  );
  return true;
}

/** Text stays text: nothing here reads markup. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): Element {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
