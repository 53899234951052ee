// How many rows of a backup are of a kind that we know and still cannot be shown. They are kept as they are: a later version
// may have written them.

import { parserOf } from '@core/domain/parsers.ts';
import { isDeleted } from '@core/kernel/record.ts';
import type { StampedRow } from '@core/merge/stamped-row.ts';
import { toView } from '@core/merge/view.ts';

export async function strangeRows(rows: readonly StampedRow[]): Promise<number> {
  let strange = 0;
  for (const row of rows) {
    const parse = isDeleted(row) ? undefined : parserOf(row.kind);
    if (parse && !parse(await toView(row)).ok) strange += 1;
  }
  return strange;
}
