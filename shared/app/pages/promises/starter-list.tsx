// The starters as a list to press, and "in my own words" as the last of them, no smaller than the others.

import { starters } from '@core/domain/starters.ts';
import { useWords } from '@ui/words.ts';
import { starterText } from './starter-words.ts';
import './promises.css';

export function StarterList({ onChoose }: { readonly onChoose: (starter: string | undefined) => void }) {
  const t = useWords();
  return (
    <ul class="ruled">
      {starters.map(({ key }) => (
        <li key={key}>
          <button type="button" class="line" onClick={() => onChoose(key)}>
            <span class="own-words">{starterText(t, key)}</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="line" onClick={() => onChoose(undefined)}>
          <span>{t('promises.ownWords')}</span>
        </button>
      </li>
    </ul>
  );
}
