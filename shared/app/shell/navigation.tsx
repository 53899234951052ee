// The five places: along the bottom on a phone, down the side where there is room.

import type { MessageKey } from '@i18n/translate.ts';
import { useWords } from '@ui/words.ts';
import { addressOf, type PageName } from '../router.ts';

const places = [
  { page: 'today', words: 'app.today' },
  { page: 'promises', words: 'app.promises' },
  { page: 'wins', words: 'app.wins' },
  { page: 'journal', words: 'app.journal' },
  { page: 'settings', words: 'app.settings' },
] as const satisfies readonly { page: PageName; words: MessageKey }[];

export function Navigation({ page }: { readonly page: PageName }) {
  const t = useWords();
  return (
    <nav class="shell-nav" aria-label={t('app.places')}>
      <ul>
        {places.map((place) => (
          <li key={place.page}>
            <a href={addressOf(place.page)} aria-current={currentness(place.page, page)}>
              {t(place.words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a page inside a place the place is still marked, but it is not the page itself. */
function currentness(place: PageName, page: PageName): 'page' | 'true' | undefined {
  if (place === page) return 'page';
  return page.startsWith(`${place}/`) ? 'true' : undefined;
}
