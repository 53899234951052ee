// A host on this browser's own storage. The extension and the web app add what only they have.

import { systemClock } from '@core/kernel/clock.ts';
import { systemRandom } from '@core/kernel/random.ts';
import { err, ok, type Result } from '@core/kernel/result.ts';
import type { Keepers } from '@core/store/here.ts';
import type { Fault } from '@core/vault/fault.ts';
import { findPlace } from '@core/vault/place.ts';
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
    copyStored,
    storage: storageHere,
    keyPlace,
    lock: async () => (await import('./lock/host-lock.ts')).createHostLock({ witness, keyPlace }, systemClock),
    install: install ?? signal(undefined),
    update: update ?? signal(undefined),
  };
}

async function copyStored(): Promise<Result<string, Fault>> {
  const { rawCopy } = await import('@core/vault/raw-copy.ts');
  const place = await findPlace();
  const copy = await rawCopy(place?.indexedDB, place?.database);
  if (!place) return err({ type: 'denied' }); // asked here: the place has to outlive the reading of it
  return copy.ok ? ok(JSON.stringify(copy.value)) : copy;
}
