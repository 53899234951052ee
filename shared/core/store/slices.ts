// Many rows, some at a time: so that neither memory nor a link of the chain grows with all that somebody wrote.

export const rowsAtOnce = 500;

/** At least one slice, if only an empty one. */
export function slicesOf<Item>(items: readonly Item[], size = rowsAtOnce): Item[][] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
