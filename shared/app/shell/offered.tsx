// One offer at the foot of the page: what was done, and the way to take it back where there is one.

import type { Fault } from '@core/vault/fault.ts';
import { Undo } from '@ui/parts/undo.tsx';
import { useWords } from '@ui/words.ts';
import { useEffect, useState } from 'preact/hooks';
import { FaultNotice } from '../faults/fault-notice.tsx';
import type { UndoOffer } from '../undo-offer.ts';

const secondsToUndo = 20;
const secondsToRead = 6;

interface OfferedProps {
  readonly offer: UndoOffer;
  readonly onGone: () => void;
}

export function Offered({ offer, onGone }: OfferedProps) {
  if (!offer.undo) return <Said offer={offer} onGone={onGone} />;
  return <TakeBack offer={offer} undo={offer.undo} onGone={onGone} />;
}

interface TakeBackProps extends OfferedProps {
  readonly undo: NonNullable<UndoOffer['undo']>;
}

/** The offer goes when its act is on the disk, or unused after a while; after a fault it stays. */
function TakeBack({ offer, undo, onGone }: TakeBackProps) {
  const t = useWords();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => setFault(undefined), [offer]);
  const takeBack = async () => {
    const taken = await undo();
    if (!taken.ok) return setFault(taken.error);
    // The button goes with the offer; the focus it held goes to the top of the page
    document.querySelector<HTMLElement>('main h1')?.focus();
    onGone();
  };
  return (
    <>
      {fault && <FaultNotice fault={fault} onRetry={() => void takeBack()} />}
      <Undo
        actionLabel={t('app.undo')}
        seconds={secondsToUndo}
        onGone={() => fault || onGone()}
        onUndo={() => void takeBack()}
      >
        {offer.done}
      </Undo>
    </>
  );
}

function Said({ offer, onGone }: OfferedProps) {
  // Each offer is read for its own time
  useEffect(() => {
    const timer = setTimeout(onGone, secondsToRead * 1000);
    return () => clearTimeout(timer);
  }, [offer]);
  return <p class="undo">{offer.done}</p>;
}
