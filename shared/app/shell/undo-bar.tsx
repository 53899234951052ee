// What was just done, said at the foot of every page, and for a while the way to take it back.

import { Undo } from '@ui/parts/undo.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect } from 'preact/hooks';
import { useApplication } from '../application.ts';
import type { UndoOffer } from '../undo-offer.ts';

const secondsToUndo = 20;
const secondsToRead = 6;

export function UndoBar() {
  const t = useWords();
  const { undo } = useApplication();
  const offer = undo.offer.value;
  const forget = () => offer && undo.forget(offer);
  return (
    <div class="shell-undo" role="status">
      {offer && !offer.undo && <Said offer={offer} onGone={forget} />}
      {offer?.undo && (
        <Undo
          actionLabel={t('app.undo')}
          seconds={secondsToUndo}
          onGone={forget}
          onUndo={() => {
            forget();
            void offer.undo?.();
          }}
        >
          {offer.done}
        </Undo>
      )}
    </div>
  );
}

function Said({ offer, onGone }: { readonly offer: UndoOffer; readonly onGone: () => void }) {
  // Each offer is read for its own time
  useEffect(() => {
    const timer = setTimeout(onGone, secondsToRead * 1000);
    return () => clearTimeout(timer);
  }, [offer]);
  return <p class="undo">{offer.done}</p>;
}
