// Tables as text (RFC 4180). What a spreadsheet would take for a formula is marked on the way out (ASVS 1.2.10), and
// unmarked on the way in.

import { parse } from 'papaparse';

/** A formula begins so, also behind marks that were there before. */
const formula = /^'*[=+\-@\p{Cc}\uFF1D\uFF0B\uFF0D\uFF20]/u;
const marked = /^'(?='*[=+\-@\p{Cc}\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** With a byte order mark, because without it spreadsheets read letters beyond English as others. */
export const writeCsv = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')}`;

function writeCell(text: string): string {
  const cell = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The lines of a table, whatever separates its cells. Nothing when quotes do not close. */
export function readCsv(text: string): string[][] | undefined {
  const { data, errors } = parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
    delimitersToGuess: [',', ';', '\t'],
  });
  return errors.some(({ type }) => type === 'Quotes') ? undefined : data;
}

/** A cell as it was before `writeCsv` marked it. */
export const unmarked = (cell: string): string => cell.replace(marked, '');
