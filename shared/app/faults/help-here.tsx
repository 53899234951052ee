// Help in a hard moment stays one tap away when nothing else opens. Its words are fetched when they are asked for.

import { Button } from '@ui/parts/button.tsx';
import { useWords } from '@ui/words.ts';
import { useState } from 'preact/hooks';
import type { Language } from '../language.ts';
import type { Danger } from '../pages/help/danger.tsx';

export function HelpHere({ language }: { readonly language: Language }) {
  const t = useWords();
  const [Shown, setShown] = useState<{ readonly Danger: typeof Danger }>();
  const show = async () => {
    const [danger] = await Promise.all([import('../pages/help/danger.tsx'), language.complete()]);
    setShown({ Danger: danger.Danger });
  };
  if (Shown) return <Shown.Danger />;
  return (
    <div>
      <Button kind="quiet" onClick={() => void show()}>
        {t('face.help')}
      </Button>
    </div>
  );
}
