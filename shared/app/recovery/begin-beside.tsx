// For a storage that does not open, whatever one tries: an empty one beside it, which a backup can be brought into.

import type { Fault } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { Host } from '../host.ts';
import { ask } from './ask.ts';

interface BeginBesideProps {
  readonly host: Host;
  /** Opens the new store; `restore`: at the page where a backup is brought. */
  readonly onOpen: (restore: boolean) => void;
}

export function BeginBeside({ host, onOpen }: BeginBesideProps) {
  const t = useWords();
  const [fault, setFault] = useState<Fault>();
  const begin = async (restore: boolean) => {
    const begun = await ask(host, (recovery) => recovery.beginBeside());
    setFault(begun.ok ? undefined : begun.error);
    if (begun.ok) onOpen(restore);
  };
  return (
    <section class="stack section" aria-labelledby="begin-beside">
      <h2 id="begin-beside">{t('loss.besideTitle')}</h2>
      <p>{t('loss.besideWhy')}</p>
      <div class="cluster">
        <Button onClick={() => void begin(true)}>{t('loss.besideRestore')}</Button>
        <Button onClick={() => void begin(false)}>{t('loss.beside')}</Button>
      </div>
      {fault && <FaultNotice fault={fault} />}
    </section>
  );
}
