// The source of a real page: this browser's storage, read by the short way, with the long way loaded when it is needed.

import { connectHere, surroundingsHere } from '@core/store/here.ts';
import { readToday } from '@core/vault/read-today.ts';
import type { Witness } from '@core/vault/witness.ts';
import type { LaterHere } from './later.ts';
import type { FaceSource, Sight } from './source.ts';

interface SourceOptions {
  readonly witness: Witness;
  readonly locale: string;
}

export function sourceHere({ witness, locale }: SourceOptions): FaceSource {
  let tellBlocked = () => {};
  const connection = connectHere({ onBlocked: () => tellBlocked() });
  const surroundings = surroundingsHere(connection, witness);
  let loading: Promise<LaterHere> | undefined;
  const later = () => {
    loading ??= import('./later.ts').then(({ createLater }) => createLater(surroundings, locale));
    return loading;
  };
  return {
    later,
    async read(day): Promise<Sight> {
      const reading = await readToday(connection, witness, day);
      if (reading.type !== 'stale') return reading;
      const ledger = await (await later()).ledger();
      const today = ledger.ok ? await ledger.value.today() : ledger;
      return today.ok ? { type: 'today', today: today.value } : { type: 'fault', fault: today.error };
    },
    onChange: (listener) => {
      surroundings.notices.listen(listener);
    },
    onBlocked: (listener) => {
      tellBlocked = listener;
    },
  };
}
