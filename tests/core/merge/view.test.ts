import { mergeRows } from '@core/merge/merge-rows.ts';
import { toOutline } from '@core/merge/outline.ts';
import { applyEdit } from '@core/merge/stamped-row.ts';
import { readText } from '@core/merge/three-way.ts';
import { readWhole, toView, viewBy } from '@core/merge/view.ts';
import { describe, expect, test } from 'vitest';
import { edit, laptop, newRow, stampAt } from './stamps.ts';

const start = newRow({ day: '2026-05-01', unknown: { '~': 'counter', n: 1 } }, stampAt('2026-05-01'));
const row = applyEdit(start, edit({}, { body: { text: 'Slept.', over: [] } }), stampAt('2026-05-02'));

describe('a row as pages read it', () => {
  test('has its plain fields as they are and its long texts as they are shown', async () => {
    expect(await toView(row)).toEqual({
      id: 'row-1',
      kind: 'journalEntry',
      fields: {
        day: '2026-05-01',
        unknown: { '~': 'counter', n: 1 },
        body: { text: 'Slept.', heads: [stampAt('2026-05-02')], conflict: false },
      },
      editedAt: Date.parse('2026-05-02'),
    });
  });

  test('hands back the names that the next save needs to join two versions', async () => {
    const other = applyEdit(start, edit({}, { body: { text: 'Ran.', over: [] } }), stampAt('2026-05-03', laptop));
    const { body } = (await toView(mergeRows(row, other))).fields as { body: { text: string; heads: string[] } };
    expect(body).toEqual({
      text: 'Slept.\n\nRan.',
      heads: [stampAt('2026-05-02'), stampAt('2026-05-03', laptop)],
      conflict: true,
    });
    const over = edit({}, { body: { text: 'Slept and ran.', over: body.heads } });
    const joined = applyEdit(mergeRows(row, other), over, stampAt('2026-05-04'));
    expect((await toView(joined)).fields['body']).toEqual({
      text: 'Slept and ran.',
      heads: [stampAt('2026-05-04')],
      conflict: false,
    });
  });

  test('shows every version whole where the comparison of texts cannot be had', () => {
    const other = applyEdit(start, edit({}, { body: { text: 'Ran.', over: [] } }), stampAt('2026-05-03', laptop));
    const both = mergeRows(row, other);
    expect(viewBy(readWhole, both)).toEqual(viewBy(readText, both));
  });

  test('leaves its long texts out where only the rest is asked for', () => {
    expect(toOutline(row)).toEqual({
      id: 'row-1',
      kind: 'journalEntry',
      fields: { day: '2026-05-01', unknown: { '~': 'counter', n: 1 } },
      editedAt: Date.parse('2026-05-02'),
    });
  });
});
