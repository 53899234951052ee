// A restore, step by step: choose, unlock, look, take in.

import type { BackupFlawTag, BackupKey } from '@core/backup/format.ts';
import { backupLockOf, type OpenedBackup, openBackup } from '@core/backup/open.ts';
import { type Preview, previewBackup } from '@core/backup/preview.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useRef, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { strangeRows } from './strange-rows.ts';

interface Named {
  readonly name: string;
}

export type RestoreStep =
  | { readonly type: 'start'; readonly flaw?: BackupFlawTag }
  | (Named & { readonly type: 'locked'; readonly asks: 'passphrase' | 'code'; readonly flaw?: BackupFlawTag })
  | (Named & { readonly type: 'opening' | 'restoring'; readonly share: number })
  | (Named & PreviewStep)
  | (Named & { readonly type: 'refused'; readonly flaw: BackupFlawTag })
  | { readonly type: 'fault'; readonly fault: Fault }
  | { readonly type: 'done'; readonly changed: number };

export interface PreviewStep {
  readonly type: 'preview';
  readonly backup: OpenedBackup;
  readonly preview: Preview;
  /** Records of a known kind that this version cannot show. */
  readonly strange: number;
}

/** With these the same file can be tried once more. */
const otherKey: readonly BackupFlawTag[] = ['wrongPassphrase', 'wrongCode'];

export function useRestoring() {
  const { ledger } = useApplication();
  const [step, setStep] = useState<RestoreStep>({ type: 'start' });
  const chosen = useRef<{ file: File; asks: 'passphrase' | 'code' }>(undefined);

  const choose = async (file: File) => {
    const { name } = file;
    const asks = await backupLockOf(file);
    if (!asks.ok) return setStep({ type: 'refused', name, flaw: asks.error.type });
    chosen.current = { file, asks: asks.value };
    setStep({ type: 'locked', name, asks: asks.value });
  };

  const openWith = async (key: BackupKey) => {
    if (!chosen.current) return;
    const { file, asks } = chosen.current;
    const { name } = file;
    setStep({ type: 'opening', name, share: 0 });
    await new Promise((painted) => setTimeout(painted, 50)); // a passphrase keeps the page busy for a second
    const opened = await openBackup(file, key, { onProgress: (share) => setStep({ type: 'opening', name, share }) });
    if (!opened.ok) {
      const flaw = opened.error.type;
      return setStep(otherKey.includes(flaw) ? { type: 'locked', name, asks, flaw } : { type: 'refused', name, flaw });
    }
    const preview = await ledger.withVault((vault) => previewBackup(vault, opened.value));
    if (!preview.ok) return setStep({ type: 'fault', fault: preview.error });
    const strange = await strangeRows(opened.value.rows);
    setStep({ type: 'preview', name, backup: opened.value, preview: preview.value, strange });
  };

  const restore = async ({ backup, preview }: PreviewStep, bringBack: boolean) => {
    const name = chosen.current?.file.name ?? '';
    setStep({ type: 'restoring', name, share: 0 });
    const taken = await ledger.takeIn(backup.rows, {
      naming: backup.head.naming,
      revive: new Set(bringBack ? preview.deletedIds : []),
      onSealed: (done, total) => setStep({ type: 'restoring', name, share: done / total }),
    });
    setStep(taken.ok ? { type: 'done', changed: taken.value.changed } : { type: 'fault', fault: taken.error });
  };
  return { step, choose, openWith, restore };
}
