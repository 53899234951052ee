// A host on this browser's own storage. The extension and the web app add what only they have.

import { systemClock } from '@core/kernel/clock.ts';
import { systemRandom } from '@core/kernel/random.ts';
import type { Keepers } from '@core/store/here.ts';
import { signal } from '@preact/signals';
import type { Host } from './host.ts';
import { storageHere } from './host-storage.ts';
import { createLedgerOpener } from './ledger-here.ts';
import { version } from './version.ts';

interface HostOptions extends Keepers, Pick<Host, 'platform'>, Partial<Pick<Host, 'install' | 'update'>> {}

export function createHostHere({ platform, witness, keyPlace, install, update }: HostOptions): Host {
  return {
    platform,
    version,
    clock: systemClock,
    random: systemRandom,
    openLedger: createLedgerOpener({ witness, keyPlace }),
    beginAnew: () => witness.retire(),
    copyStored: async () => (await import('@core/vault/raw-copy.ts')).copyHere(),
    recovery: async () => (await import('./recovery/recovery-here.ts')).recoveryHere({ witness, keyPlace }),
    storage: storageHere,
    keyPlace,
    lock: async () => (await import('./lock/host-lock.ts')).createHostLock({ witness, keyPlace }, systemClock),
    install: install ?? signal(undefined),
    update: update ?? signal(undefined),
  };
}
