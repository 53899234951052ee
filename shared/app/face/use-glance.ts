// What may be read over a shoulder. Asking shows it until the page is left.

import type { Settings } from '@core/domain/settings.ts';
import { useEffect, useState } from 'preact/hooks';
import { type Glance, glanceOf } from './promise-words.ts';

export function useGlance(mode: Settings['glance']): { readonly glance: Glance; readonly ask: () => void } {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const cover = () => {
      if (document.visibilityState === 'hidden') setAsked(false);
    };
    document.addEventListener('visibilitychange', cover);
    return () => document.removeEventListener('visibilitychange', cover);
  }, []);
  return { glance: glanceOf(mode, asked), ask: () => setAsked(true) };
}
