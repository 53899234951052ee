// Where the record lies, how much room it takes, and whether the browser may clear it.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useApplication } from '../../application.ts';
import { bytesWords } from './bytes-words.ts';
import { useStorageState } from './use-storage-state.ts';

export function StorageState() {
  const t = useWords();
  const storage = useStorageState();
  const { state } = storage;
  return (
    <section class="stack section">
      <h2>{t('settings.storage')}</h2>
      <p>{t('help.storedHere')}</p>
      {state && (
        <>
          <Lasting {...storage} persisted={state.persisted} />
          {state.estimate && (
            <p class="soft">
              {t('settings.used', {
                used: bytesWords(t, state.estimate.used),
                room: bytesWords(t, state.estimate.room),
              })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

type LastingProps = Pick<ReturnType<typeof useStorageState>, 'asked' | 'ask'> & { readonly persisted: boolean };

function Lasting({ persisted, asked, ask }: LastingProps) {
  const t = useWords();
  const { host } = useApplication();
  // An extension that may store without limit is left alone when browsers make room.
  if (host.platform === 'extension') return <p>{t('settings.keptForExtension')}</p>;
  if (persisted) return <p>{t('settings.persisted')}</p>;
  return (
    <>
      <p>{t('settings.notPersisted')}</p>
      <div class="cluster">
        <Button onClick={ask}>{t('settings.askPersist')}</Button>
        <span class="soft small" role="status">
          {asked && t('settings.persistRefused')}
        </span>
      </div>
    </>
  );
}
