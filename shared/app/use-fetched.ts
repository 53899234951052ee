// A part of a page that is fetched when it is needed, because on most days nobody needs it.

import { useEffect, useState } from 'preact/hooks';

/** Answers nothing until the part is there. `missing`: its file cannot be had. `fetch` must always be the same one. */
export function useFetched<Part>(needed: boolean, fetch: () => Promise<Part>): Part | 'missing' | undefined {
  const [found, setFound] = useState<{ part: Part | 'missing' }>();
  useEffect(() => {
    if (!needed || found) return;
    fetch().then(
      (part) => setFound({ part }),
      () => setFound({ part: 'missing' }),
    );
  }, [needed, found, fetch]);
  return found?.part;
}
