// The three steps on an iPhone or iPad, where only the person can install: each with the sign they will see.

import { Icon } from '@ui/parts/icon.tsx';
import { useWords } from '@ui/words.ts';
import './today.css';

const signs = {
  share: 'M12 15V3M8 7l4-4 4 4M7 11H5v10h14V11h-2',
  add: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM12 8v8M8 12h8',
  open: 'M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM10 19h4',
} as const;

export function InstallSteps() {
  const t = useWords();
  return (
    <ol class="ruled">
      {(['share', 'add', 'open'] as const).map((step) => (
        <li key={step} class="line install-step">
          <Icon strokes={signs[step]} />
          <span class="line-words">{t(`install.step-${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}
