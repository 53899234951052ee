// What is stored can always be taken out as a file, also when this version can do nothing else with it.

import { today } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { download } from '../download.ts';
import type { Host } from '../host.ts';

export function SaveCopy({ host }: { readonly host: Host }) {
  const t = useWords();
  const [refused, setRefused] = useState(false);
  const save = async () => {
    const copy = await host.copyStored().catch(() => undefined);
    setRefused(!copy?.ok);
    // The name says nothing of what is inside: it will stand in a list of downloads.
    if (copy?.ok) download(`copy-${today(host.clock)}.json`, copy.value, 'application/json');
  };
  return (
    <div class="stack section">
      <div>
        <Button onClick={() => void save()}>{t('trouble.copyAll')}</Button>
      </div>
      <p class="soft small">{t('trouble.copyMeans')}</p>
      <p role="status">{refused && t('trouble.copyRefused')}</p>
    </div>
  );
}
