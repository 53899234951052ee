// Stamps and rows for the merge tests, spelled as a person would say them.

import { parseStamp, type Stamp } from '@core/merge/hlc.ts';
import { applyEdit, type RowEdit, type StampedRow } from '@core/merge/stamped-row.ts';

export const [phone, laptop, tablet] = ['phone000', 'laptop00', 'tablet00'];

/** The stamp of a moment (`2026-05-01` or ms since 1970) on a device. */
export function stampAt(moment: string | number, node = phone, count = 0): Stamp {
  const wall = typeof moment === 'number' ? moment : Date.parse(moment);
  const spelled = `${wall.toString(36).padStart(9, '0')}.${count.toString(36).padStart(4, '0')}.${node}`;
  const stamp = parseStamp(spelled);
  if (!stamp) throw new Error(`no stamp: ${spelled}`);
  return stamp;
}

export const edit = (set: RowEdit['set'], texts?: RowEdit['texts']): RowEdit => ({
  id: 'row-1',
  kind: 'journalEntry',
  set,
  ...(texts && { texts }),
});

export const newRow = (set: RowEdit['set'], stamp: Stamp): StampedRow => applyEdit(undefined, edit(set), stamp);

/** As it would come back from the disk. */
export const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
