// Recovery on this browser's own storage, fetched when it is asked for: on nearly all days only to find that all is well.

import { err, type Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import type { Witness } from '@core/vault/witness.ts';
import type { Recovery } from './host.ts';

export function recoveryHere(witness: Witness): Recovery {
  const load = () => import('./recovery/recovery-here.ts');
  const replaced = (): Result<never, Fault> => err({ type: 'replaced' }); // its file is gone with an older version
  return {
    examine: () => load().then((here) => here.examineHere(witness), replaced),
    goOn: () => load().then((here) => here.goOnHere(witness), replaced),
    beginBeside: () => load().then((here) => here.beginBesideHere(witness), replaced),
  };
}
