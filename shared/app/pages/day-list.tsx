// Records under the days they belong to, and the way to earlier ones.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import type { ComponentChildren } from 'preact';
import { useApplication } from '../application.ts';
import { dayName } from '../day-words.ts';
import { UnreadNote } from '../faults/unread-note.tsx';
import type { LookBack } from '../look-back.ts';

interface DayListProps<Item> {
  readonly found: LookBack<Item>;
  readonly keyOf: (item: Item) => string;
  readonly line: (item: Item) => ComponentChildren;
  /** Said when there is nothing at all. */
  readonly empty: string;
  readonly onEarlier: () => void;
}

export function DayList<Item>({ found, keyOf, line, empty, onEarlier }: DayListProps<Item>) {
  const t = useWords();
  const today = useApplication().days.shown.value;
  const { days, more, unread } = found;
  return (
    <>
      <UnreadNote count={unread} />
      {days.length === 0 && !more && <p class="soft">{empty}</p>}
      {days.map(({ day, items }) => (
        <section key={day} class="stack section">
          <h2>{dayName(t, day, today)}</h2>
          <ul class="ruled">
            {items.map((item) => (
              <li key={keyOf(item)}>{line(item)}</li>
            ))}
          </ul>
        </section>
      ))}
      {more && (
        <div>
          <Button onClick={onEarlier}>{t('list.earlier')}</Button>
        </div>
      )}
      {!more && days.length > 1 && <p class="soft small">{t('list.thatIsAll')}</p>}
    </>
  );
}
