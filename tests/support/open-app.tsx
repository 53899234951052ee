// The journal application in a page of the browser under test, on a host in memory.

import { createLanguage } from '@app/language.ts';
import { App } from '@app/mount.tsx';
import { type Settings, settingsEdit } from '@core/domain/settings.ts';
import type { Edit } from '@core/kernel/record.ts';
import { render } from 'preact';
import { page } from 'vitest/browser';
import { createFakeHost, type FakeHost } from './fake-host.ts';

interface AppScene {
  /** Where the clock stands, as ISO text in a zone without an offset. */
  readonly at?: string;
  /** The page to open: a name of the router. */
  readonly to?: string;
  /** False: nobody was ever here. */
  readonly started?: boolean;
  /** How the page opens; in own words if nothing else is said. */
  readonly glance?: Settings['glance'];
  /** What the browser says of the person's languages. */
  readonly speaks?: string;
  /** What was written before, each as one act. */
  readonly before?: readonly (readonly Edit[])[];
  /** The last word on the host before the page opens. */
  readonly prepare?: (host: FakeHost) => unknown;
}

let place: HTMLElement | undefined;

export async function openApp({
  at,
  to = 'today',
  started = true,
  glance = 'own',
  speaks,
  before = [],
  prepare,
}: AppScene = {}) {
  const host = createFakeHost(at);
  if (started) await host.ledger.commit([settingsEdit({ started: true, glance })]);
  for (const edits of before) await host.ledger.commit(edits);
  await prepare?.(host);
  await showApp(host, to, speaks);
  return host;
}

/** A page of the same host, as after a crash or in a new tab: nothing that was only in memory is left. */
export async function showApp(host: FakeHost, to = 'today', speaks = 'en-GB'): Promise<void> {
  closeApp();
  document.documentElement.lang = 'en';
  document.title = 'Kept';
  history.replaceState(null, '', `#/${to}`);
  place = document.createElement('div');
  document.body.replaceChildren(place);
  render(<App host={host} language={createLanguage([speaks])} />, place);
  await settled();
}

export function closeApp(): void {
  if (place) render(null, place);
  place?.remove();
  place = undefined;
}

/** Long enough for reads in memory and for signals to reach the page. */
export const settled = () => new Promise((done) => setTimeout(done, 30));

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const heading = (name: string | RegExp) => page.getByRole('heading', { name, exact: true });
export const press = (name: string | RegExp) => button(name).click();

/** What a person sees, as text. */
export const seen = (): string => document.body.innerText;
