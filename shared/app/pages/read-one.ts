// One chosen record, or none because a new one is to be written. A deleted one counts as none.

import { isDeleted, type Row } from '@core/kernel/record.ts';
import { ok, type Result } from '@core/kernel/result.ts';
import type { Query } from '../live.ts';

export const readOne =
  <Item>(
    id: string | undefined,
    parse: (row: Row) => Result<Item, unknown>,
  ): Query<{ readonly item: Item | undefined }> =>
  async ({ get }) => {
    if (id === undefined) return ok({ item: undefined });
    const found = await get(id);
    if (!found.ok) return found;
    const parsed = found.value && !isDeleted(found.value) ? parse(found.value) : undefined;
    return ok({ item: parsed?.ok ? parsed.value : undefined });
  };
