// A new passphrase, one more passkey, a new recovery code, or no lock any more. Each is an act of its own.

import { redact } from '@core/kernel/redacted.ts';
import { type LockState, recipientsOf } from '@core/store/lock.ts';
import type { Fault } from '@core/vault/fault.ts';
import { Button } from '@ui/parts/button.tsx';
import { Form } from '@ui/parts/form.tsx';
import { useWords } from '@ui/words.ts';
import { useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { FaultNotice } from '../../faults/fault-notice.tsx';
import { passkeysHere } from '../../lock/passkey.ts';
import { goToWrong } from '../form-errors.ts';
import { NewCode } from './new-code.tsx';
import { type PassphraseDraft, PassphraseFields, type PassphraseProblem, problemOf } from './passphrase-fields.tsx';
import { RelockNote } from './relock-note.tsx';
import { StepHead } from './step-head.tsx';
import { useRelock } from './use-relock.ts';

export function ChangeLock({ state }: { readonly state: LockState }) {
  const t = useWords();
  const relock = useRelock();
  const [draft, setDraft] = useState<PassphraseDraft>({ first: '', second: '' });
  const [problem, setProblem] = useState<PassphraseProblem>();
  const [withNewCode, setWithNewCode] = useState(false);
  const others = recipientsOf(state);

  const form = useRef<HTMLFormElement>(null);
  const checked = () => {
    const found = problemOf(draft);
    setProblem(found);
    return found ? goToWrong(form.current) : true;
  };
  const change = (recipients = others) =>
    relock.change({ lock: 'locked', passphrase: redact(draft.first), recipients });
  return (
    <>
      <Form form={form} onSubmit={() => checked() && void change()}>
        <StepHead>{t('lock.newPassphrase')}</StepHead>
        <p>{t('lock.nobodyResets')}</p>
        <PassphraseFields draft={draft} onChange={setDraft} problem={problem} />
        <div class="cluster">
          <Button kind="main" type="submit" disabled={relock.progress !== undefined}>
            {t('lock.changeNow')}
          </Button>
          <Button onClick={() => checked() && setWithNewCode(true)}>{t('lock.changeBoth')}</Button>
        </div>
      </Form>
      {withNewCode && (
        <NewCode
          action={t('lock.changeBoth')}
          busy={relock.progress !== undefined}
          onVerified={(recipient) =>
            change([...others.filter(({ kind }) => kind !== 'recovery'), { kind: 'recovery', recipient }])
          }
        />
      )}
      <RelockNote relock={relock} />
      <Passkeys count={others.filter(({ kind }) => kind === 'passkey').length} />
      <section class="stack section">
        <h2>{t('lock.remove')}</h2>
        <p>{t('lock.removeMeans')}</p>
        <div>
          <Button disabled={relock.progress !== undefined} onClick={() => void relock.change({ lock: 'none' })}>
            {t('lock.remove')}
          </Button>
        </div>
      </section>
    </>
  );
}

function Passkeys({ count }: { readonly count: number }) {
  const t = useWords();
  const { host, ledger } = useApplication();
  const [said, setSaid] = useState<'added' | 'refused' | 'noSecret' | Fault>();
  if (!passkeysHere()) return null;
  const add = async () => {
    setSaid(undefined);
    const { makePasskey } = await import('../../lock/passkey.ts');
    const made = await makePasskey(host.random);
    if (typeof made === 'string') return setSaid(made);
    const { recipientOf } = await import('@core/backup/identity.ts');
    const { credential, salt, identity } = made;
    const added = await ledger.addWay({ kind: 'passkey', recipient: await recipientOf(identity), credential, salt });
    setSaid(added.ok ? 'added' : added.error);
  };
  return (
    <section class="stack section">
      <h2>{t('lock.passkey')}</h2>
      <p>{t('lock.passkeyWhat')}</p>
      {count > 0 && <p class="soft">{t('lock.passkeyCount', { n: count })}</p>}
      <div>
        <Button onClick={() => void add()}>{t('lock.addPasskey')}</Button>
      </div>
      <p class="soft small" role="status">
        {said === 'added' && t('lock.passkeyAdded')}
        {said === 'refused' && t('lock.passkeyRefused')}
        {said === 'noSecret' && t('lock.passkeyNoSecret')}
      </p>
      {typeof said === 'object' && <FaultNotice fault={said} />}
    </section>
  );
}
