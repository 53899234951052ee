// What is loaded late, once it is there. A component that needs it asks; one that can wait shows the rest meanwhile.

import { useEffect, useState } from 'preact/hooks';
import type { FaceSource, Later } from './source.ts';

export function useLater(source: FaceSource): Later | 'notLoaded' | undefined {
  const [later, setLater] = useState<Later | 'notLoaded'>();
  useEffect(() => {
    source.later().then(setLater, () => setLater('notLoaded'));
  }, [source]);
  return later;
}
