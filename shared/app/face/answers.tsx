// Five answers of equal size, order and weight: none is the good one, and telling it as it is costs nothing.

import { type OutcomeResult, results } from '@core/domain/outcome.ts';
import { useWords } from '@ui/words.ts';
import './answers.css';

interface AnswersProps {
  readonly onAnswer: (result: OutcomeResult) => void;
  /** The answer that stands, where one can be changed. */
  readonly chosen?: OutcomeResult | undefined;
  /** While an answer is being saved no other is taken. */
  readonly busy?: boolean;
  /** Says what is being answered, where the page does not. */
  readonly labelledBy?: string;
  /** The keys 1 to 5 work on this page. */
  readonly keys?: boolean;
}

export function Answers({ onAnswer, chosen, busy = false, labelledBy, keys = false }: AnswersProps) {
  const t = useWords();
  const label = labelledBy ? { 'aria-labelledby': labelledBy } : { 'aria-label': t('face.ask') };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one row in every browser
    <div class="answers" role="group" {...label} data-keys={keys}>
      {results.map((result, index) => (
        <button
          key={result}
          type="button"
          aria-disabled={busy || undefined}
          aria-pressed={chosen === undefined ? undefined : chosen === result}
          aria-keyshortcuts={keys ? String(index + 1) : undefined}
          // The second click of a double click was not meant for what has come up under the pointer meanwhile.
          onClick={(event) => busy || event.detail > 1 || onAnswer(result)}
        >
          {t(`answer.${result}`)}
        </button>
      ))}
    </div>
  );
}

/** The answer that a key stands for: 1 to 5, unless somebody is writing or means a browser shortcut. */
export function answerForKey(event: KeyboardEvent): OutcomeResult | undefined {
  const { target } = event;
  const isWriting = target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog');
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
  return /^[1-5]$/.test(event.key) ? results[Number(event.key) - 1] : undefined;
}
