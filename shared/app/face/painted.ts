// Knowing when something has really been put on the screen.

/**
 * Calls `then` after the frame that shows the present document. A callback of `requestAnimationFrame` still runs before
 * that frame is laid out and painted; a message posted from inside it is a task of its own, which comes after. A timer
 * would do too, but may be held back by milliseconds.
 */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then();
    };
    port2.postMessage(undefined);
  });
}
