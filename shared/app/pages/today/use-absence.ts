// Whether somebody comes back after three or more days. It stays so until their one question is done with.

import type { Today } from '@core/domain/today.ts';
import { ok } from '@core/kernel/result.ts';
import { useEffect, useState } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { useLive } from '../../use-live.ts';
import { readAbsence, wasHere } from './today-queries.ts';

export interface Absence {
  readonly state: 'asking' | 'returned' | 'here';
  end(): void;
}

export function useAbsence(today: Today | undefined): Absence {
  const { days, host } = useApplication();
  const day = days.shown.value;
  // Most days the row itself answers, and the page is there without a further look.
  const [known] = useState(() => today !== undefined && wasHere(today, day, host.clock.now()));
  const { value, fault } = useLive(known ? async () => ok(false) : readAbsence(day), [day, known]);
  const [state, setState] = useState<Absence['state']>(known ? 'here' : 'asking');
  useEffect(() => {
    if (fault)
      setState('here'); // the day itself matters more than the greeting
    else if (value !== undefined) setState((before) => (value || before === 'returned' ? 'returned' : 'here'));
  }, [value, fault]);
  const [over, setOver] = useState(false);
  return { state: over ? 'here' : state, end: () => setOver(true) };
}
