// What was just done, and ten seconds in which to take it back. The time stands still while somebody is at the button.

import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import './undo.css';

interface UndoProps {
  /** What was done, where the page does not say it. */
  readonly children?: string;
  readonly actionLabel: string;
  readonly onUndo: () => void;
  /** The time is over and the note may go. */
  readonly onGone: () => void;
  readonly seconds?: number;
}

export function Undo({ children, actionLabel, onUndo, onGone, seconds = 10 }: UndoProps) {
  const [held, setHeld] = useState(false);
  // The newest `onGone`, so that a caller's fresh closure does not start the ten seconds anew.
  const gone = useRef(onGone);
  gone.current = onGone;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => gone.current(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, seconds]);

  return (
    <div
      class="undo"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {children && <span>{children}</span>}
      <Button kind="quiet" onClick={onUndo}>
        {actionLabel}
      </Button>
    </div>
  );
}
