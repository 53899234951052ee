// A modal sheet on the browser's own `<dialog>`: it keeps the focus inside, Escape closes it, and focus goes back.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './dialog.css';

interface DialogProps {
  readonly open: boolean;
  /** Called after the sheet was closed by the person: Escape, a press beside it, or a button that asks for it. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ComponentChildren;
  /** Buttons, in a row at the foot. */
  readonly actions?: ComponentChildren;
  /** False where a stray press beside the sheet could lose something typed. */
  readonly lightDismiss?: boolean;
}

export function Dialog({ open, onClose, title, children, actions, lightDismiss = true }: DialogProps) {
  const id = useId();
  const sheet = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = sheet.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={sheet}
      class="dialog"
      aria-labelledby={id}
      closedby={lightDismiss ? 'any' : 'closerequest'}
      onClose={() => open && onClose()}
    >
      {open && (
        <div class="stack dialog-sheet">
          <h2 id={id}>{title}</h2>
          {children}
          {actions && <div class="cluster dialog-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
