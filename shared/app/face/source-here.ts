// The source of a real page: this browser's storage, read by the short way, with the long way loaded when it is needed.

import { systemClock } from '@core/kernel/clock.ts';
import { connectHere, type Keepers, surroundingsHere } from '@core/store/here.ts';
import type { Fault } from '@core/vault/fault.ts';
import { isOver, parseHeld } from '@core/vault/key-place.ts';
import { readToday } from '@core/vault/read-today.ts';
import { reloadAll } from './leave.ts';
import { loadOnce } from './load-once.ts';
import type { FaceSource, Sight } from './source.ts';

interface SourceOptions extends Keepers {
  readonly locale: string;
}

export function sourceHere({ locale, ...keepers }: SourceOptions): FaceSource {
  let tellBlocked = () => {};
  let fault: Fault | undefined;
  const connection = connectHere({
    onBlocked: () => tellBlocked(),
    onBehind: (behind) => {
      fault = behind ? { type: 'upgrade' } : undefined;
    },
  });
  const surroundings = surroundingsHere(connection, keepers);
  const later = loadOnce(async () => (await import('./later.ts')).createLater(surroundings, locale));
  const { keyPlace } = keepers;
  const isUnlocked = async () => {
    const held = parseHeld(await keyPlace.read().catch(() => undefined));
    return held !== undefined && !isOver(held, systemClock.now());
  };
  const lockNow = async () => {
    await keyPlace.clear();
    reloadAll();
  };
  return {
    later,
    async read(day): Promise<Sight> {
      const reading = await readToday(surroundings, day);
      if (reading.type === 'today') return { ...reading, fault };
      if (reading.type !== 'stale') return reading;
      const loaded = await later().catch(() => undefined);
      if (!loaded) return { type: 'fault', fault: { type: 'notLoaded' } };
      const ledger = await loaded.ledger();
      const today = ledger.ok ? await ledger.value.today() : ledger;
      return today.ok ? { type: 'today', today: today.value, fault } : { type: 'fault', fault: today.error };
    },
    isUnlocked,
    lock: () => void keyPlace.clear(),
    lockNow,
    async watchIdle(minutes) {
      if (!(await isUnlocked())) return;
      const { watchIdle } = await import('./idle.ts');
      watchIdle({ keyPlace, clock: systemClock, minutes, onOver: () => void lockNow() });
    },
    async catchWin(input) {
      const loaded = await later().catch(() => undefined);
      return loaded ? loaded.catchWin(input) : { ok: false, error: { type: 'notLoaded' } };
    },
    onChange: (listener) => {
      surroundings.notices.listen(listener);
    },
    onBlocked: (listener) => {
      tellBlocked = listener;
    },
  };
}
