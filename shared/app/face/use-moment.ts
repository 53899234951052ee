// From the press of an answer to the moment after it. Nothing counts as saved before the ledger says so.

import type { DepthContext } from '@core/domain/celebration.ts';
import type { OutcomeResult } from '@core/domain/outcome.ts';
import type { TodayCommitment } from '@core/domain/today.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { useRef, useState } from 'preact/hooks';
import type { FaceActs } from './acts.ts';
import type { Moment } from './moment.ts';
import type { FaceSource, Later, Wrong } from './source.ts';

export interface Shown {
  readonly moment: Moment;
  readonly depth: DepthContext;
  readonly acts: FaceActs;
  readonly later: Later;
}

interface Trouble {
  readonly fault: Wrong;
  readonly again: () => void;
}

export type Moments = ReturnType<typeof useMoment>;

export function useMoment(source: FaceSource, refresh: () => Promise<void>) {
  const [saved, setSaved] = useState(false); // at once, where `shown` waits for what the history says
  const [shown, setShown] = useState<Shown>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const working = useRef(false); // at once, where `busy` waits for the next rendering

  const load = async (again: () => void): Promise<Later | undefined> => {
    const later = await source.later().catch(() => undefined);
    setTrouble((now) => {
      if (!later) return { fault: { type: 'notLoaded' }, again };
      return now?.fault.type === 'notLoaded' ? undefined : now;
    });
    return later;
  };

  const begin = async (moment: Moment, acts: FaceActs) => {
    setSaved(true);
    await undefined; // what was set is rendered first: asking the history must not hold up the word that it is saved
    const [depth, later] = await Promise.all([acts.depth(moment), source.later()]);
    setShown({ moment, depth, acts, later });
    void refresh();
  };

  const answer = async (commitment: TodayCommitment, day: LocalDay, result: OutcomeResult) => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    try {
      const later = await load(() => void answer(commitment, day, result));
      if (!later) return;
      const acts = await later.acts();
      const saved = acts.ok ? await acts.value.answer({ commitment, day, result }) : acts;
      if (acts.ok && saved.ok) {
        setTrouble(undefined);
        await begin({ type: 'answer', commitment, result, day, ...saved.value }, acts.value);
      } else if (!saved.ok) {
        setTrouble({ fault: saved.error, again: () => void answer(commitment, day, result) });
      }
    } finally {
      working.current = false;
      setBusy(false);
    }
  };

  const end = async () => {
    await refresh(); // first the next promise, then the swap: the one just answered must not flash up again
    setSaved(false);
    setShown(undefined);
  };

  return { saved, shown, trouble, busy, load, answer, begin, end };
}
