// A calm banner: what is the case, and the one next step.

import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import './notice.css';

interface NoticeProps {
  readonly children: ComponentChildren;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** `alert` is read out at once: only for what the person has to know now, such as "not saved". */
  readonly role?: 'status' | 'alert';
}

export function Notice({ children, action, role = 'status' }: NoticeProps) {
  return (
    <div class="notice" role={role}>
      <p>{children}</p>
      {action && (
        <Button kind="quiet" onClick={action.onPress}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
