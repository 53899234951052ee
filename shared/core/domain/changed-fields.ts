// What a form really changed, so that saving it does not put back what another tab or device has changed meanwhile.

import type { Fields } from '../kernel/record.ts';

/** The fields of `after` that differ from `before`, compared as JSON. */
export const changedFields = (before: Fields, after: Fields): Fields =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value)),
  );
