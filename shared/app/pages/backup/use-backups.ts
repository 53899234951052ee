// What the pages of backups show: read again after every change, also after those that are no action of the ledger.

import { type BackupReading, readBackups } from '@core/backup/waiting.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';

export interface Backups {
  readonly reading: BackupReading | undefined;
  readonly fault: Fault | undefined;
  refresh(): Promise<void>;
}

export function useBackups(): Backups {
  const { ledger } = useApplication();
  const [reading, setReading] = useState<BackupReading>();
  const [fault, setFault] = useState<Fault>();
  const refresh = async () => {
    const read = await ledger.withVault(readBackups);
    if (read.ok) setReading(read.value);
    setFault(read.ok ? undefined : read.error);
  };
  // Read when the part is there, and after each act
  useEffect(() => {
    void refresh();
    return ledger.onChange(() => void refresh());
  }, [ledger]);
  return { reading, fault, refresh };
}
