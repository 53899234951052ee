// Which page is shown. The address holds a page name from the list below and never anything of the person's: browsers
// keep addresses in their history, in clear. What is selected on a page lives in memory only (selection.ts).

import { type ReadonlySignal, signal } from '@preact/signals';

const pageNames = [
  'today',
  'today/win',
  'promises',
  'promises/new',
  'promises/edit',
  'promises/one',
  'promises/pause',
  'promises/again',
  'wins',
  'wins/add',
  'wins/notice',
  'journal',
  'journal/write',
  'journal/entry',
  'settings',
  'settings/export',
  'settings/import',
  'settings/backup',
  'settings/code',
  'settings/restore',
  'lock',
  'erase',
  'start',
  'before',
  'help',
] as const;

export type PageName = (typeof pageNames)[number];

export interface Router {
  readonly page: ReadonlySignal<PageName>;
  go(page: PageName): void;
  /** Goes to a page without leaving the present one in the history. */
  replace(page: PageName): void;
  /** Closes the present page: back to `home` the way one came, or straight there when one came from elsewhere. */
  close(home: PageName): void;
  stop(): void;
}

export const addressOf = (page: PageName): string => `#/${page}`;

type Place = Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>;

export function createRouter(place: Place = window): Router {
  const page = signal<PageName>(pageAt(place.location.hash) ?? 'today');
  let cameFrom: PageName | undefined;
  let expected: PageName | undefined;

  const read = () => {
    const found = pageAt(place.location.hash);
    if (!found) place.history.replaceState(null, '', addressOf('today')); // whatever stood there leaves the history
    if (expected !== found) cameFrom = undefined; // the browser's own back and forward: we no longer know the way
    expected = undefined;
    page.value = found ?? 'today';
  };
  place.addEventListener('hashchange', read);
  if (!pageAt(place.location.hash)) place.history.replaceState(null, '', addressOf('today'));

  const go = (next: PageName) => {
    if (next === page.value) return;
    cameFrom = page.value;
    expected = next;
    place.location.hash = addressOf(next);
    page.value = next;
  };
  const replace = (next: PageName) => {
    place.history.replaceState(null, '', addressOf(next));
    page.value = next;
  };
  return {
    page,
    go,
    replace,
    close: (home) => (cameFrom === home ? place.history.back() : replace(home)),
    stop: () => place.removeEventListener('hashchange', read),
  };
}

function pageAt(hash: string): PageName | undefined {
  const name = hash.replace(/^#\/?/, '');
  return pageNames.find((page) => page === name);
}
