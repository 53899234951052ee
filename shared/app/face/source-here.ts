// The source of a real page: this browser's storage, read by the short way, with the long way loaded when it is needed.

import { connectHere, surroundingsHere } from '@core/store/here.ts';
import type { Fault } from '@core/vault/fault.ts';
import { readToday } from '@core/vault/read-today.ts';
import type { Witness } from '@core/vault/witness.ts';
import { loadOnce } from './load-once.ts';
import type { FaceSource, Sight } from './source.ts';

interface SourceOptions {
  readonly witness: Witness;
  readonly locale: string;
}

export function sourceHere({ witness, locale }: SourceOptions): FaceSource {
  let tellBlocked = () => {};
  let fault: Fault | undefined;
  const connection = connectHere({
    onBlocked: () => tellBlocked(),
    onBehind: (behind) => {
      fault = behind ? { type: 'upgrade' } : undefined;
    },
  });
  const surroundings = surroundingsHere(connection, witness);
  const later = loadOnce(async () => (await import('./later.ts')).createLater(surroundings, locale));
  return {
    later,
    async read(day): Promise<Sight> {
      const reading = await readToday(connection, witness, day);
      if (reading.type === 'today') return { ...reading, fault };
      if (reading.type !== 'stale') return reading;
      const loaded = await later().catch(() => undefined);
      if (!loaded) return { type: 'fault', fault: { type: 'notLoaded' } };
      const ledger = await loaded.ledger();
      const today = ledger.ok ? await ledger.value.today() : ledger;
      return today.ok ? { type: 'today', today: today.value, fault } : { type: 'fault', fault: today.error };
    },
    onChange: (listener) => {
      surroundings.notices.listen(listener);
    },
    onBlocked: (listener) => {
      tellBlocked = listener;
    },
  };
}
