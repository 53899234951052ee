// A new recovery code: shown, printed or written down, typed in again, and only then used.

import { recipientOf, recoveryIdentity } from '@core/backup/identity.ts';
import { changeBackupState } from '@core/backup/state.ts';
import type { Bytes } from '@core/kernel/bytes.ts';
import { today } from '@core/kernel/local-day.ts';
import { type Redacted, reveal } from '@core/kernel/redacted.ts';
import type { Fault } from '@core/vault/fault.ts';
import { isSameSecret, newRecoveryCode, type RecoveryCode } from '@core/vault/recovery-code.ts';
import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { PageHead } from '../page-head.tsx';
import { CodeField } from './code-field.tsx';
import './backup.css';

export function CodePage() {
  const t = useWords();
  const { host, ledger, router } = useApplication();
  const [code, setCode] = useState<RecoveryCode>();
  const [other, setOther] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [right, setRight] = useState(false);
  // One code for the life of the page
  useEffect(() => void newRecoveryCode(host.random).then(setCode), [host]);

  const compare = async (typed: Redacted<Bytes>) => {
    if (!code) return;
    const same = isSameSecret(typed, code.secret);
    setOther(!same);
    if (!same) return;
    const recipient = await recipientOf(await recoveryIdentity(code.secret));
    const kept = await ledger.withVault((vault) => changeBackupState(vault, (state) => ({ ...state, recipient })));
    setFault(kept.ok ? undefined : kept.error);
    setRight(kept.ok);
  };

  return (
    <div class="stack page backup">
      <PageHead title={t('backup.code')} home={{ page: 'settings/backup', name: t('backup.back') }} />
      {right ? (
        <>
          <p role="status">{t('backup.codeRight')}</p>
          <div>
            <Button kind="main" onClick={() => router.close('settings/backup')}>
              {t('backup.make')}
            </Button>
          </div>
        </>
      ) : (
        code && (
          <>
            <CodeSheet code={code} day={today(host.clock)} />
            <section class="stack section backup-screen-only">
              <h2>{t('backup.typeIt')}</h2>
              <p>{t('backup.typeItWhy')}</p>
              <CodeField
                action={t('backup.codeCheck')}
                onCode={compare}
                error={other ? t('backup.codeOther') : undefined}
              />
              {fault && <FaultNotice fault={fault} />}
              <p class="soft small">{t('backup.codeAnewMeans')}</p>
            </section>
            <WithoutUs code={code} />
          </>
        )
      )}
    </div>
  );
}

/** All that is on the paper: no name of the product, which others may read. */
function CodeSheet({ code, day }: { readonly code: RecoveryCode; readonly day: string }) {
  const t = useWords();
  return (
    <section class="stack section backup-sheet">
      <h2 class="backup-screen-only">{t('backup.writeDown')}</h2>
      <p class="backup-screen-only">{t('backup.writeDownWhy')}</p>
      <p class="backup-paper-only">{t('backup.paper', { day })}</p>
      <p class="backup-code" dir="ltr">
        {code.text.split('-').map((group, index, all) => (
          <span key={group + String(index)}>
            {group}
            {index < all.length - 1 && '-'}
          </span>
        ))}
      </p>
      <p class="backup-paper-only">{t('backup.paperWhy')}</p>
      <div class="backup-screen-only">
        <Button onClick={() => print()}>{t('backup.print')}</Button>
      </div>
    </section>
  );
}

/** The same key as other programs spell it. Made when it is asked for. */
function WithoutUs({ code }: { readonly code: RecoveryCode }) {
  const t = useWords();
  const [identity, setIdentity] = useState<string>();
  return (
    <details
      class="backup-screen-only"
      onToggle={() => void recoveryIdentity(code.secret).then((made) => setIdentity(reveal(made)))}
    >
      <summary>{t('backup.withoutUs')}</summary>
      <div class="stack section">
        <p>{t('backup.withoutUsHow')}</p>
        <p class="backup-key" dir="ltr">
          {identity}
        </p>
      </div>
    </details>
  );
}
