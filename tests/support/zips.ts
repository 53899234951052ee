// Archives for tests: honest ones as other programs write them, and ones that lie.

import { strToU8, zipSync } from 'fflate';

export type Files = Readonly<Record<string, string>>;

export function zipOf(files: Files): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const blobOf = (bytes: Uint8Array<ArrayBuffer>): Blob => new Blob([bytes]);

/** Where the directory tells of the first file, and the view to change what it says. */
export function directoryOf(bytes: Uint8Array): { view: DataView; at: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { view, at: view.getUint32(bytes.length - 22 + 16, true) };
}

/** The same archive, with every `from` in it written as `to`, which is as long. */
export function renamed(bytes: Uint8Array<ArrayBuffer>, from: string, to: string): Uint8Array<ArrayBuffer> {
  const [old, fresh] = [strToU8(from), strToU8(to)];
  if (old.length !== fresh.length) throw new RangeError('The names differ in length.');
  const copy = bytes.slice();
  for (let at = 0; at + old.length <= copy.length; at++) {
    if (old.every((byte, index) => copy[at + index] === byte)) copy.set(fresh, at);
  }
  return copy;
}

/** Day One's export, as its apps write it: dates in UTC, slashes escaped, Markdown with backslashes. */
export function dayOneZip(entries: readonly object[], more: Files = {}): Uint8Array<ArrayBuffer> {
  const journal = JSON.stringify({ metadata: { version: '1.0' }, entries }, null, 2).replaceAll('/', '\\/');
  return zipOf({ 'Journal.json': journal, ...more });
}

export interface LoopHabit {
  readonly name: string;
  readonly type?: 'YES_NO' | 'NUMERICAL';
  readonly frequency?: readonly [times: number, days: number];
  /** Day, value and note. */
  readonly checks: readonly (readonly [day: string, value: string, note?: string])[];
}

/** Loop Habit Tracker's "Export as CSV", newest day first. */
export function loopZip(habits: readonly LoopHabit[]): Uint8Array<ArrayBuffer> {
  const number = (index: number) => String(index + 1).padStart(3, '0');
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const list = habits.map(({ name, type = 'YES_NO', frequency: [times, days] = [1, 1] }, index) =>
    [number(index), quoted(name), type, 'Did you?', '', times, days, '#FF8F00', '', '', '', 'false'].join(','),
  );
  const head =
    'Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?';
  const files: Record<string, string> = { 'Habits.csv': `${[head, ...list].join('\n')}\n` };
  habits.forEach(({ name, checks }, index) => {
    const folder = `${number(index)} ${name.replace(/[^ a-zA-Z0-9._-]+/g, '')}`.trim();
    const lines = checks.map(([day, value, note = '']) => `${day},${value},${quoted(note)}`);
    files[`${folder}/Checkmarks.csv`] = `${['Date,Value,Notes', ...lines].join('\n')}\n`;
    files[`${folder}/Scores.csv`] = 'Date,Score\n2026-01-01,0.0519\n';
  });
  files['Scores.csv'] = 'Date,\n';
  files['Checkmarks.csv'] = 'Date,\n';
  return zipOf(files);
}
