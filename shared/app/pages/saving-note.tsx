// The words beside a button that saves. "Saved" only when it is; a fault with its next step, and nothing in between.

import { useWords } from '@ui/words.ts';
import { useEffect, useRef } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { Saving } from '../saving.ts';

interface SavingNoteProps {
  readonly saving: Saving;
  readonly onRetry: () => void;
}

export function SavingNote({ saving, onRetry }: SavingNoteProps) {
  const t = useWords();
  const place = useRef<HTMLDivElement>(null);
  const state = saving.state.value;
  useEffect(() => {
    // On a phone the foot of a form may lie below the screen, and what was not saved has to be seen.
    if (state.type === 'fault') place.current?.scrollIntoView({ block: 'nearest' });
  }, [state.type]);
  return (
    <div class="saving-note" ref={place}>
      {state.type === 'fault' ? (
        <FaultNotice fault={state.fault} onRetry={onRetry} />
      ) : (
        <p class="soft small" role="status">
          {state.type === 'saved' && t('app.saved')}
        </p>
      )}
    </div>
  );
}
