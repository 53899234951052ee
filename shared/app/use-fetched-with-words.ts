// A part that is fetched when it is needed, together with the words that the first sight does without.

import { useCallback } from 'preact/hooks';
import { useApplication } from './application.ts';
import { useFetched } from './use-fetched.ts';

/** As `useFetched`. */
export function useFetchedWithWords<Part>(needed: boolean, fetch: () => Promise<Part>): Part | 'missing' | undefined {
  const { language } = useApplication();
  const both = useCallback(async () => {
    const [part] = await Promise.all([fetch(), language.complete()]);
    return part;
  }, [fetch, language]);
  return useFetched(needed, both);
}
