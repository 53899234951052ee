// Vitest 5 prints failures with `Map.groupBy`, which Node has from version 21 on. Without this, a failing run on
// Node 20 ends in a TypeError that hides what failed.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};
