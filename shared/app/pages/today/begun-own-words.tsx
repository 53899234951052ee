// Own words of a celebration, taken up again after its moment has gone.

import { useWords } from '@ui/words.ts';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useApplication } from '../../application.ts';
import { createFaceActs } from '../../face/acts.ts';
import { KeepContext } from '../../face/kept-words.ts';
import { OwnWords } from '../../face/own-words.tsx';
import { draftOpener } from '../../open-draft.ts';
import type { BegunWords } from './begun-moments.ts';

interface BegunOwnWordsProps {
  readonly begun: BegunWords;
  readonly onDone: () => void;
}

export function BegunOwnWords({ begun: { begun, act, id, input }, onDone }: BegunOwnWordsProps) {
  const t = useWords();
  const application = useApplication();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []); // the button that asked for it is gone
  const { ledger, host } = application;
  const keep = useMemo(() => ({ open: draftOpener(application), begun }), [application, begun]);
  const { of, ...marked } = input;
  const save = async (ownWords: string, draft: string | undefined) => {
    const saved = await createFaceActs(ledger, host.clock, host.random).celebrate({ ...input, ownWords }, id, draft);
    if (saved.ok) onDone();
    return saved;
  };
  return (
    <KeepContext.Provider value={keep}>
      <section class="stack section">
        <h2 ref={head} tabIndex={-1}>
          {t('cel.named', { act: t(`win.${act}`) })}
        </h2>
        <OwnWords of={of} about={{ ...marked, id, act }} onSave={save} onLeave={onDone} />
      </section>
    </KeepContext.Provider>
  );
}
