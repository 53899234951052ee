// Turns to the page that the router names, once its code and its words are there. Until then the old page stays.

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Language } from './language.ts';
import { pageLoaders } from './pages.ts';
import type { PageName, Router } from './router.ts';

export interface OpenPage {
  readonly name: PageName;
  readonly Component: ComponentType;
}

export interface PageTurner {
  readonly open: ReadonlySignal<OpenPage | undefined>;
  /** The code of the page could not be fetched: most likely this page is older than what lies on the host now. */
  readonly missing: ReadonlySignal<boolean>;
  stop(): void;
}

export function createPageTurner(router: Router, language: Language): PageTurner {
  const open = signal<OpenPage | undefined>(undefined);
  const missing = signal(false);
  const turnTo = async (name: PageName) => {
    try {
      const [Component] = await Promise.all([
        pageLoaders[name](),
        name.startsWith('today') ? undefined : language.complete(),
      ]);
      if (router.page.peek() !== name) return; // somebody went on while this was on its way
      open.value = { name, Component };
      missing.value = false;
    } catch {
      missing.value = true;
    }
  };
  return {
    open,
    missing,
    stop: effect(() => void turnTo(router.page.value)),
  };
}
