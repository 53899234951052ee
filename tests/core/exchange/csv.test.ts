import { readCsv, unmarked, writeCsv } from '@core/exchange/csv.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../support/hostile-texts.ts';

const there = (cell: string) => (readCsv(writeCsv([['head'], [cell]]))?.[1] ?? []).map(unmarked);

describe('A9: a table', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '\0=1', "'=1", '＝1', '－1'])(
    'holds no cell that a spreadsheet would take for a formula: %j',
    (text) => {
      const line = writeCsv([[text]]).slice(1);
      expect(line).toMatch(/^"?'/);
      expect(there(text)).toEqual([text]);
    },
  );

  test('gives every hostile text back as it was', () => {
    for (const text of hostileTexts) {
      if (text.trim() !== '') expect(there(text), JSON.stringify(text)).toEqual([text]);
      const [, second] =
        readCsv(
          writeCsv([
            ['a', 'b'],
            ['x', text],
          ]),
        ) ?? [];
      expect(second?.map(unmarked)).toEqual(['x', text]);
    }
  });

  test('gives any lines back as they were', () => {
    const lines = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(lines, (cells) => {
        const marked = cells.map(([, ...rest]) => ['first', ...rest]); // a line of nothing is no line
        expect(readCsv(writeCsv(marked))?.map((line) => line.map(unmarked))).toEqual(marked);
      }),
    );
  });

  test('is written with commas, line ends and quotes as RFC 4180 has them', () => {
    expect(
      writeCsv([
        ['a', 'b'],
        ['say "x"', 'one\r\ntwo'],
      ]),
    ).toBe('\uFEFFa,b\r\n"say ""x""","one\r\ntwo"\r\n');
  });

  test('is read with semicolons and tabs too', () => {
    expect(readCsv('day;text\n2026-11-23;a, b\n')).toEqual([
      ['day', 'text'],
      ['2026-11-23', 'a, b'],
    ]);
    expect(readCsv('day\ttext\n2026-11-23\ta, b\n')).toEqual([
      ['day', 'text'],
      ['2026-11-23', 'a, b'],
    ]);
    expect(readCsv('a,"never closed\n')).toBeUndefined();
  });

  test('A8: is read in time that grows with its length, whatever is in it', () => {
    for (const piece of ['"', '""', ',', '\n', "'", '=', '";"', '\r']) {
      const start = performance.now();
      readCsv(piece.repeat(50_000));
      unmarked(piece.repeat(50_000));
      writeCsv([[piece.repeat(50_000)]]);
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(500);
    }
  });
});
