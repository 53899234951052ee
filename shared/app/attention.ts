// When somebody looks at the page again: the moment to read the truth again, because notices between tabs may be lost.

export interface Attention {
  /** Calls `listener` each time the page comes to the front. Answers how to stop. */
  onReturn(listener: () => void): () => void;
  /** Calls `listener` when the page was out of sight and is seen again; a mere change of focus is not enough. */
  onSeenAgain(listener: () => void): () => void;
  /** Calls `listener` when the page may be about to go for good. */
  onLeave(listener: () => void): () => void;
}

export function createAttention(page: Window = window): Attention {
  const { document } = page;
  return {
    onReturn: (listener) => {
      const whenVisible = () => document.visibilityState === 'visible' && listener();
      return listen([
        [document, 'visibilitychange', whenVisible],
        [page, 'focus', listener],
        [page, 'pageshow', listener],
      ]);
    },
    onSeenAgain: (listener) =>
      listen([[document, 'visibilitychange', () => document.visibilityState === 'visible' && listener()]]),
    onLeave: (listener) =>
      listen([
        [document, 'visibilitychange', () => document.visibilityState === 'hidden' && listener()],
        [page, 'pagehide', listener],
      ]),
  };
}

function listen(ears: readonly (readonly [EventTarget, string, () => void])[]): () => void {
  for (const [target, type, listener] of ears) target.addEventListener(type, listener);
  return () => {
    for (const [target, type, listener] of ears) target.removeEventListener(type, listener);
  };
}
