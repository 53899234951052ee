// The source of a real page: this browser's storage, read by the short way, with the long way loaded when it is needed.

import { connectHere, type Keepers, surroundingsHere } from '@core/store/here.ts';
import { readToday } from '@core/vault/read-today.ts';
import { loadOnce } from './load-once.ts';
import type { FaceSource, Sight } from './source.ts';

interface SourceOptions extends Keepers {
  readonly locale: string;
}

export function sourceHere({ locale, ...keepers }: SourceOptions): FaceSource {
  let tellBlocked = () => {};
  const connection = connectHere({ onBlocked: () => tellBlocked() });
  const surroundings = surroundingsHere(connection, keepers);
  const later = loadOnce(async () => (await import('./later.ts')).createLater(surroundings, locale));
  return {
    later,
    async read(day): Promise<Sight> {
      const reading = await readToday(surroundings, day);
      if (reading.type !== 'stale') return reading;
      const loaded = await later().catch(() => undefined);
      if (!loaded) return { type: 'fault', fault: { type: 'notLoaded' } };
      const ledger = await loaded.ledger();
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
