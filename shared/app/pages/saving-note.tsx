// The words beside a button that saves. "Saved" only when it is; a fault with its next step, and nothing in between.

import { useWords } from '@ui/words.ts';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { Saving } from '../saving.ts';

interface SavingNoteProps {
  readonly saving: Saving;
  readonly onRetry: () => void;
}

export function SavingNote({ saving, onRetry }: SavingNoteProps) {
  const t = useWords();
  const state = saving.state.value;
  if (state.type === 'fault') return <FaultNotice fault={state.fault} onRetry={onRetry} />;
  return (
    <p class="soft small" role="status">
      {state.type === 'saved' && t('app.saved')}
    </p>
  );
}
