// The promise as one sentence: in the person's own words, or in discreet ones until they are asked for.

import type { TodayCommitment } from '@core/domain/today.ts';
import { useWords } from '@ui/words.ts';
import { promiseLine } from './promise-words.ts';
import './promise-line.css';

interface PromiseLineProps {
  readonly promise: TodayCommitment;
  /** False: nothing that the person wrote about their life is on the screen. */
  readonly open: boolean;
  readonly onOpen: () => void;
}

export function PromiseLine({ promise, open, onOpen }: PromiseLineProps) {
  const t = useWords();
  if (open) {
    return (
      <h2 class="promise">
        <bdi>{promiseLine(promise, true, t)}</bdi>
      </h2>
    );
  }
  return (
    <h2 class="promise">
      <button type="button" onClick={onOpen} title={t('face.showWords')}>
        <bdi>{promiseLine(promise, false, t)}</bdi>
      </button>
    </h2>
  );
}
