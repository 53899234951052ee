// The folder that backups go into by themselves, where the browser lets a page have one.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { backUpToFolder } from '../../backup/back-up.ts';
import {
  canChooseFolder,
  type Folder,
  mayWrite,
  pickFolder,
  rememberedFolder,
  rememberFolder,
} from '../../backup/folder.ts';
import { BackingUpNote } from './backing-up-note.tsx';
import { useBackingUp } from './use-backing-up.ts';

interface FolderSectionProps {
  readonly recipient: string | undefined;
  readonly onMade: () => void;
}

export function FolderSection({ recipient, onMade }: FolderSectionProps) {
  const t = useWords();
  return (
    <section class="stack section">
      <h2>{t('backup.itself')}</h2>
      {!canChooseFolder() ? (
        <p>{t('backup.itselfNot')}</p>
      ) : (
        <>
          <p>{t('backup.itselfWhy')}</p>
          {recipient ? (
            <FolderChoice recipient={recipient} onMade={onMade} />
          ) : (
            <p class="soft">{t('backup.itselfNeedsCode')}</p>
          )}
        </>
      )}
    </section>
  );
}

function FolderChoice({ recipient, onMade }: { readonly recipient: string; readonly onMade: () => void }) {
  const t = useWords();
  const { ledger } = useApplication();
  const { state, run } = useBackingUp(onMade);
  const [folder, setFolder] = useState<Folder>();
  const [allowed, setAllowed] = useState(true);
  const use = async (found: Folder | undefined) => {
    setAllowed(!found || (await mayWrite(found)));
    setFolder(found);
  };
  // Read once, when the section is there
  useEffect(() => {
    void rememberedFolder(ledger).then((found) => (found.ok ? use(found.value) : undefined));
  }, [ledger]);

  const backUp = (into: Folder) => run((onProgress) => backUpToFolder(ledger, into, recipient, onProgress));
  const choose = async () => {
    const picked = await pickFolder();
    if (!picked || !(await rememberFolder(ledger, picked)).ok) return;
    await use(picked);
    await backUp(picked);
  };
  const allow = async () => {
    if (!folder) return;
    const granted = await mayWrite(folder, true);
    setAllowed(granted);
    if (granted) await backUp(folder);
  };
  const stop = async () => {
    if ((await rememberFolder(ledger, undefined)).ok) await use(undefined);
  };

  if (!folder) {
    return (
      <div>
        <Button onClick={() => void choose()}>{t('backup.choose')}</Button>
      </div>
    );
  }
  return (
    <>
      <p>{t(allowed ? 'backup.folder' : 'backup.folderAsks', { name: folder.name })}</p>
      <div class="cluster">
        {allowed ? (
          <Button onClick={() => void backUp(folder)}>{t('backup.now')}</Button>
        ) : (
          <Button kind="main" onClick={() => void allow()}>
            {t('backup.allow')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => void choose()}>
          {t('backup.chooseOther')}
        </Button>
        <Button kind="quiet" onClick={() => void stop()}>
          {t('backup.stop')}
        </Button>
      </div>
      <BackingUpNote state={state} done="backup.done" />
    </>
  );
}
