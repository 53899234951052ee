// A celebration that names the act, offers a sentence, keeps quiet for ten seconds, and asks for no more than that.
// Source: practices, wins and celebration: specific before general, effort before trait, nothing loud.

import {
  type CelebrationPlan,
  type MarkKey,
  markKeys,
  type PromptKey,
  promptKeys,
  quietMilliseconds,
  type Stage,
  stageBefore,
} from '@core/domain/celebration.ts';
import type { Value } from '@core/domain/value.ts';
import type { WinType } from '@core/domain/win.ts';
import type { LocalDay } from '@core/kernel/local-day.ts';
import { Button } from '@ui/parts/button.tsx';
import { Undo } from '@ui/parts/undo.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { FaceActs } from './acts.ts';
import { useKeptFocus } from './kept-focus.ts';
import { OwnWords } from './own-words.tsx';
import { type UndoAct, useUndo } from './use-undo.ts';
import './moment.css';

interface CelebrationProps {
  readonly plan: Extract<CelebrationPlan, { type: 'full' }>;
  readonly value: Value;
  /** "There when I said. Noted." */
  readonly act: string;
  readonly win: WinType;
  /** Id of the win or outcome. */
  readonly of: string;
  readonly day: LocalDay;
  readonly acts: FaceActs;
  readonly undo: UndoAct;
  readonly onDone: () => void;
}

type Phase = 'choose' | 'stay' | 'own';

export function Celebration({ plan, value, act, win, of, day, acts, undo, onDone }: CelebrationProps) {
  const t = useWords();
  const [phase, setPhase] = useState<Phase>('choose');
  const [stage, setStage] = useState<Stage>(plan.stage);
  const [id] = useState(() => acts.newId());
  const [chosen, setChosen] = useState<PromptKey | MarkKey>();
  const [undoable, setUndoable] = useState(true);
  const { fault, setFault, takeBack } = useUndo(undo, onDone);
  const place = useKeptFocus(`${phase} ${stage} ${undoable}`);

  useEffect(() => {
    if (phase !== 'stay') return;
    const timer = setTimeout(() => setPhase('own'), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [phase]);

  const choose = async (promptKey: PromptKey | MarkKey) => {
    const saved = await acts.celebrate({ of, day, stage, promptKey }, id);
    if (!saved.ok) return setFault(saved.error);
    setFault(undefined);
    setChosen(promptKey);
    setPhase('stay');
  };
  const marked = { day, stage, ...(chosen && { promptKey: chosen }) };
  const saveOwnWords = async (ownWords: string, draft: string | undefined) => {
    const saved = await acts.celebrate({ of, ownWords, ...marked }, id, draft);
    if (saved.ok) onDone();
    return saved;
  };

  return (
    <div class="moment stack" ref={place} tabIndex={-1}>
      <h2 class="moment-act">{act}</h2>
      {phase === 'choose' && (
        <>
          {plan.depth && <p>{t(`cel.${plan.depth}`)}</p>}
          <Offer stage={stage} value={value} onChoose={(key) => void choose(key)} onNone={() => setPhase('own')} />
        </>
      )}
      {phase === 'stay' && (
        <>
          {chosen && <p class="moment-chosen">{t(`cel.${chosen}`)}</p>}
          <p class="soft" role="status">
            {t('cel.quiet')}
          </p>
        </>
      )}
      {phase === 'own' && (
        <OwnWords of={of} about={{ ...marked, id, act: win }} onSave={saveOwnWords} onLeave={onDone} />
      )}
      {fault && <FaultNotice fault={fault} />}
      {phase !== 'own' && (
        <div class="cluster moment-foot">
          <Button kind="quiet" onClick={phase === 'stay' ? () => setPhase('own') : onDone}>
            {t('moment.goOn')}
          </Button>
          {phase === 'choose' && stage !== 'app' && (
            <Button kind="quiet" onClick={() => setStage(stageBefore(stage))}>
              {t('cel.stageBefore')}
            </Button>
          )}
          {phase === 'choose' && undoable && (
            <Undo actionLabel={t('moment.undo')} onUndo={takeBack} onGone={() => setUndoable(false)} />
          )}
        </div>
      )}
    </div>
  );
}

interface OfferProps {
  readonly stage: Stage;
  readonly value: Value;
  readonly onChoose: (key: PromptKey | MarkKey) => void;
  readonly onNone: () => void;
}

/** The product steps back in three stages: three sentences to choose from, then a way to mark it, then one invitation. */
function Offer({ stage, value, onChoose, onNone }: OfferProps) {
  const t = useWords();
  if (stage === 'shared') return <p class="moment-chosen">{t('cel.shared')}</p>;
  const keys = stage === 'app' ? promptKeys(value) : markKeys;
  return (
    <div class="stack moment-offer">
      <p class="soft">{t(stage === 'app' ? 'cel.whichIsTrue' : 'cel.self')}</p>
      <ul class="ruled">
        {keys.map((key) => (
          <li key={key}>
            <button type="button" onClick={once(() => onChoose(key))}>
              {t(`cel.${key}`)}
            </button>
          </li>
        ))}
        {stage === 'app' && (
          <li>
            <button type="button" onClick={once(onNone)}>
              {t('moment.none')}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** The list comes up under a pointer that has just answered: the second click of a double click is not a choice. */
const once = (act: () => void) => (event: MouseEvent) => {
  if (event.detail <= 1) act();
};
