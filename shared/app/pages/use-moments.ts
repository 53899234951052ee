// What comes after an answer or a win: the acts that save it, and what is said then. Fetched in a quiet moment after the
// first sight, because nobody needs it to read today's promise.

import type { DepthContext } from '@core/domain/celebration.ts';
import type { Result } from '@core/kernel/result.ts';
import type { Fault } from '@core/vault/fault.ts';
import { useEffect, useState } from 'preact/hooks';
import { type Application, useApplication } from '../application.ts';
import type { FaceActs } from '../face/acts.ts';
import type { Keep } from '../face/kept-words.ts';
import type { Moment } from '../face/moment.ts';
import type { MomentView } from '../face/moment-view.tsx';

/** Milliseconds after the first sight. */
const aMoment = 400;

export interface Shown {
  readonly moment: Moment;
  readonly depth: DepthContext;
  readonly acts: FaceActs;
  readonly View: typeof MomentView;
  /** Keeps what is typed into it. */
  readonly keep: Keep;
}

interface Trouble {
  readonly fault: Fault;
  readonly again: () => void;
}

type Save<Saved> = (acts: FaceActs) => Promise<Result<Saved, Fault>>;

async function loadMoments(application: Application) {
  const { ledger, host, language } = application;
  const [{ createFaceActs }, { MomentView }, { openMoment }] = await Promise.all([
    import('../face/acts.ts'),
    import('../face/moment-view.tsx'),
    import('./open-moment.ts'),
    language.complete(),
  ]);
  return { acts: createFaceActs(ledger, host.clock, host.random), View: MomentView, open: openMoment(application) };
}

/** Saves an act and then shows what is said about it. Nothing counts as saved before it is on the disk. */
export function useMoments() {
  const application = useApplication();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const timer = setTimeout(() => void loadMoments(application).catch(() => {}), aMoment);
    return () => clearTimeout(timer);
  }, [application]);

  const show = async (moment: Moment) => {
    const { acts, View, open } = await loadMoments(application);
    const [depth, keep] = await Promise.all([acts.depth(moment), open(moment)]);
    setShown({ moment, depth, acts, View, keep });
  };
  /** `save` answers with what is known of the saved act, `toMoment` makes the moment of it. */
  const run = async <Saved>(save: Save<Saved>, toMoment: (saved: Saved) => Moment) => {
    if (busy) return;
    setBusy(true);
    const saved = await attempt(application, save);
    if (saved.ok) await show(toMoment(saved.value));
    setTrouble(saved.ok ? undefined : { fault: saved.error, again: () => void run(save, toMoment) });
    setBusy(false);
  };
  return { busy, trouble, shown, run, show, end: () => setShown(undefined) };
}

async function attempt<Saved>(application: Application, save: Save<Saved>): ReturnType<Save<Saved>> {
  try {
    return await save((await loadMoments(application)).acts);
  } catch {
    return { ok: false, error: { type: 'replaced' } }; // a file of this version is no longer to be had
  }
}
