// Shows Kept a downloaded file again: whether it is, byte for byte, the one that was made.

import type { Fault } from '@core/vault/fault.ts';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { checkDownloaded } from '../../backup/back-up.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { FilePick } from '../file-pick.tsx';

export function CheckFile({ onChecked }: { readonly onChecked: () => void }) {
  const t = useWords();
  const { ledger } = useApplication();
  const [answer, setAnswer] = useState<boolean | Fault>();
  const check = async (file: File) => {
    const known = await checkDownloaded(ledger, new Uint8Array(await file.arrayBuffer()));
    setAnswer(known.ok ? known.value : known.error);
    if (known.ok && known.value) onChecked();
  };
  return (
    <div class="stack">
      <FilePick label={t('backup.checkIt')} onPick={(file) => void check(file)} />
      <p class="small" role="status">
        {answer === true && t('backup.isKnown')}
        {answer === false && t('backup.isOther')}
      </p>
      {typeof answer === 'object' && <FaultNotice fault={answer} />}
    </div>
  );
}
