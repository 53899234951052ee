// Between the first sight of the promise and the moment in which the page can act, a press is kept rather than lost.

/** Answers with a function that makes the presses again, in their order and where they were made. */
export function keepPresses(root: Element): () => void {
  const presses: (() => void)[] = [];
  const keeping = new AbortController();
  const { signal } = keeping;

  const onClick = ({ target, detail }: MouseEvent) => {
    const button = target instanceof Element && target.closest('button');
    if (button && detail <= 1) presses.push(() => button.click());
  };
  const onKey = (event: KeyboardEvent) => {
    presses.push(() => document.dispatchEvent(new KeyboardEvent('keydown', event)));
  };
  root.addEventListener('click', (event) => onClick(event as MouseEvent), { signal });
  document.addEventListener('keydown', onKey, { signal });

  return () => {
    keeping.abort(); // or the presses would hear themselves
    for (const press of presses) press();
  };
}
