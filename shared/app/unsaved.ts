// Whether something typed stands on a screen and nowhere else. While it does, no new version takes over.

import { computed, type ReadonlySignal, signal } from '@preact/signals';

export interface Unsaved {
  readonly any: ReadonlySignal<boolean>;
  /** Counts one text as unsaved until the answer is called. */
  hold(): () => void;
}

export function createUnsaved(): Unsaved {
  const count = signal(0);
  return {
    any: computed(() => count.value > 0),
    hold() {
      count.value += 1;
      let held = true;
      return () => {
        if (held) count.value -= 1;
        held = false;
      };
    },
  };
}
