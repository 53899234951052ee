// The storage could not be read at all: the sentence and its next step in place of the day.

import type { Fault } from '@core/vault/fault.ts';
import { WordsContext } from '@ui/words.ts';
import type { FaceSource } from './source.ts';
import { useLater } from './use-later.ts';

interface FaultSheetProps {
  readonly fault: Fault;
  readonly source: FaceSource;
  readonly onAgain: () => void;
}

export function FaultSheet({ fault, source, onAgain }: FaultSheetProps) {
  const later = useLater(source);
  if (!later) return null;
  return (
    <WordsContext.Provider value={later.words}>
      <later.FaultNotice fault={fault} onRetry={onAgain} />
    </WordsContext.Provider>
  );
}
