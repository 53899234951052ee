// From a chosen file to records: read, looked at, brought in with one act, and taken back with one.

import type { Incoming } from '@core/exchange/incoming.ts';
import { type Plan, planImport, takeBack } from '@core/exchange/plan.ts';
import type { Refusal } from '@core/exchange/refusal.ts';
import { today } from '@core/kernel/local-day.ts';
import type { Result } from '@core/kernel/result.ts';
import type { Committed } from '@core/store/commit.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useEffect, useState } from 'preact/hooks';
import { type Application, useApplication } from '../../application.ts';
import { useOnce } from '../../saving.ts';
import { runJob } from './run-job.ts';

/** What the file holds, and what it would do here. */
export interface Look {
  readonly incoming: Incoming;
  readonly plan: Plan;
  /** Deleted records come back too. */
  readonly bringBack: boolean;
}

export type ImportState =
  | { readonly type: 'resting' | 'reading' | 'takenBack' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | ({ readonly type: 'looking'; readonly fault?: Fault } & Look)
  | ({ readonly type: 'taking' } & Look)
  /** `mayUndo` until the next act of anybody. */
  | ({
      readonly type: 'taken' | 'takingBack';
      readonly committed: Committed;
      readonly mayUndo: boolean;
      readonly fault?: Fault;
    } & Look)
  | { readonly type: 'fault'; readonly fault: Fault };

export function useImport() {
  const application = useApplication();
  const { ledger, host } = application;
  const [state, setState] = useState<ImportState>({ type: 'resting' });
  const committed = state.type === 'taken' ? state.committed : undefined;

  useEffect(() => {
    if (!committed) return undefined;
    const look = async () => {
      const now = await ledger.revision();
      if (now.ok && now.value === committed.revision) return;
      setState((was) => (was.type === 'taken' && was.committed === committed ? { ...was, mayUndo: false } : was));
    };
    void look(); // somebody may have written before we began to listen
    return ledger.onChange(() => void look());
  }, [committed, ledger]);

  const look = async (incoming: Incoming, bringBack: boolean): Promise<void> => {
    const plan = await planHere(application, incoming, bringBack);
    setState(
      plan.ok ? { type: 'looking', incoming, plan: plan.value, bringBack } : { type: 'fault', fault: plan.error },
    );
  };
  // A second press while the first is on its way would write every text twice
  const take = useOnce(async (shown: Look): Promise<false> => {
    setState({ type: 'taking', ...shown });
    setState(await takeIn(application, shown));
    return false;
  });
  const giveBack = useOnce(async (taken: ImportState): Promise<false> => {
    if (taken.type !== 'taken') return false;
    setState({ ...taken, type: 'takingBack' });
    const result = await application.commit(takeBack(taken.plan.edits, taken.committed.ids));
    setState(result.ok ? { type: 'takenBack' } : { ...taken, fault: result.error });
    return false;
  });
  return {
    state,
    async read(file: Blob): Promise<void> {
      setState({ type: 'reading' });
      const here = { today: today(host.clock), zone: host.clock.zone() };
      const read = await runJob({ task: 'read', file, here }).catch(() => undefined);
      if (!read) setState({ type: 'fault', fault: { type: 'replaced' } });
      else if (read.ok) await look(read.value, false);
      else setState({ type: 'refused', refusal: read.error });
    },
    look,
    take,
    takeBack: giveBack,
    rest: () => setState({ type: 'resting' }),
  };
}

async function takeIn(application: Application, { incoming, bringBack }: Look): Promise<ImportState> {
  // Planned once more, because another tab may have brought the same in meanwhile
  const plan = await planHere(application, incoming, bringBack);
  if (!plan.ok) return { type: 'fault', fault: plan.error };
  const looked = { incoming, plan: plan.value, bringBack };
  const result = await application.commit(plan.value.edits);
  return result.ok
    ? { type: 'taken', committed: result.value, mayUndo: true, ...looked }
    : { type: 'looking', fault: result.error, ...looked };
}

async function planHere({ ledger }: Application, incoming: Incoming, bringBack: boolean): Promise<Result<Plan, Fault>> {
  try {
    const whole = await ledger.whole();
    return whole.ok ? await planImport(incoming, whole.value.find, { bringBack }) : whole;
  } catch {
    return { ok: false, error: { type: 'replaced' } }; // a file of ours is no longer there
  }
}
