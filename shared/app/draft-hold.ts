// Which drafts are being written in some tab right now: those are not offered anywhere else. A hold ends with its tab,
// also when that crashes, so that a draft can never be held for ever.

const prefix = 'draft|';

/** Holds a draft. Answers how to let go, which resolves once others can see it. */
export function holdDraft(key: string): () => Promise<void> {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  // Two tabs may hold one draft: the name is shared, because refusing to write would help nobody.
  const over = navigator.locks.request(prefix + key, { mode: 'shared' }, () => held);
  return () => {
    release();
    return over;
  };
}

export async function heldDrafts(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}
