// What was just done, said at the foot of every page, and for a while the way to take it back.

import { useApplication } from '../application.ts';
import { useFetched } from '../use-fetched.ts';

const fetchOffered = async () => (await import('./offered.tsx')).Offered; // nothing is offered before the first act

export function UndoBar() {
  const { undo } = useApplication();
  const offer = undo.offer.value;
  const Offered = useFetched(offer !== undefined, fetchOffered);
  return (
    <div class="shell-undo" role="status">
      {offer && typeof Offered === 'function' && <Offered offer={offer} onGone={() => undo.forget(offer)} />}
      {offer && Offered === 'missing' && <p class="undo">{offer.done}</p>}
    </div>
  );
}
