// A folder to read: one file for each day, one with all promises, and a word about what this is. Plain text, so that it
// can still be read when nothing of this program is left.

import { parseAppreciation } from '../domain/appreciation-row.ts';
import { parseCelebration } from '../domain/celebration-row.ts';
import type { Commitment } from '../domain/commitment.ts';
import { parseCommitment } from '../domain/commitment-row.ts';
import { parseJournalEntry } from '../domain/journal-entry-row.ts';
import type { OutcomeResult } from '../domain/outcome.ts';
import { parseOutcome } from '../domain/outcome-row.ts';
import type { WinType } from '../domain/win.ts';
import { parseWin } from '../domain/win-row.ts';
import { dayToInstant, type LocalDay } from '../kernel/local-day.ts';
import type { Row } from '../kernel/record.ts';
import type { Result } from '../kernel/result.ts';
import { markdownBody, markdownLine, markdownQuote, yamlList } from './markdown-text.ts';
import { clockTime } from './written-at.ts';

/** What the product says between the person's words. */
export interface FolderWords {
  readonly locale: string;
  /** Paragraphs of the file that says what this is. */
  readonly readme: readonly string[];
  readonly promises: string;
  readonly wins: string;
  readonly kindActs: string;
  readonly ownWords: string;
  readonly journal: string;
  readonly noPromise: string;
  readonly heavy: string;
  readonly results: Readonly<Record<OutcomeResult, string>>;
  readonly winTypes: Readonly<Record<WinType, string>>;
}

/** Path to text. */
export type Folder = Readonly<Record<string, string>>;

export function writeFolder(rows: readonly Row[], words: FolderWords): Folder {
  const promises = parsed(rows, parseCommitment);
  const sections = daySections(rows, words, new Map(promises.map((promise) => [promise.id, promise])));
  const files: Record<string, string> = { 'README.md': `${words.readme.join('\n\n')}\n` };
  if (promises.length > 0) files['promises.md'] = promisesFile(promises, words);
  for (const [day, { tags, blocks }] of sections) {
    const front = ['---', `day: ${day}`, ...(tags.size > 0 ? [`tags: ${yamlList([...tags].sort())}`] : []), '---'];
    const body = [...blocks].map(([title, points]) => `## ${title}\n\n${points.join('\n\n')}`);
    files[`${day.slice(0, 4)}/${day}.md`] =
      `${[front.join('\n'), `# ${dayTitle(words, day)}`, ...body].join('\n\n')}\n`;
  }
  return files;
}

interface DayFile {
  readonly tags: Set<string>;
  /** Title of a section to its points. */
  readonly blocks: Map<string, string[]>;
}

function daySections(rows: readonly Row[], words: FolderWords, promises: ReadonlyMap<string, Commitment>) {
  const days = new Map<LocalDay, DayFile>();
  const put = (day: LocalDay, title: string, point: string, tags: readonly string[] = []) => {
    const file = days.get(day) ?? { tags: new Set(), blocks: new Map() };
    days.set(day, file);
    for (const tag of tags) file.tags.add(tag);
    file.blocks.set(title, [...(file.blocks.get(title) ?? []), point]);
  };
  for (const { of, day, result, note } of parsed(rows, parseOutcome)) {
    const promise = promises.get(of);
    const act = promise ? markdownLine(promise.text) : words.noPromise;
    put(day, words.promises, withNote(`- ${act} — ${words.results[result]}`, note));
  }
  for (const { of, day, note } of parsed(rows, parseWin)) {
    put(day, words.wins, withNote(`- ${words.winTypes[of]}`, note));
  }
  for (const { day, what } of parsed(rows, parseAppreciation)) put(day, words.kindActs, `- ${pointOf(what)}`);
  for (const { day, ownWords } of parsed(rows, parseCelebration)) {
    if (ownWords) put(day, words.ownWords, `- ${pointOf(ownWords)}`);
  }
  for (const { row, entry } of entriesInOrder(rows)) {
    const head = [clockTime(row.fields), ...(entry.heavy ? [words.heavy] : [])].filter(Boolean).join(' · ');
    put(entry.day, words.journal, `${head ? `### ${head}\n\n` : ''}${markdownBody(entry.body.text)}`, entry.tags);
  }
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1));
}

function entriesInOrder(rows: readonly Row[]) {
  const entries = rows.flatMap((row) => {
    const entry = parseJournalEntry(row);
    return entry.ok && !entry.value.deleted ? [{ row, entry: entry.value }] : [];
  });
  return entries.sort((one, other) => instantOf(one.row) - instantOf(other.row));
}

function promisesFile(promises: readonly Commitment[], words: FolderWords): string {
  const points = [...promises]
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
    .map(({ text, startsOn, endsOn }) => `- ${markdownLine(text)}\n  ${startsOn} – ${endsOn}`);
  return `# ${words.promises}\n\n${points.join('\n')}\n`;
}

const withNote = (point: string, note: string | undefined): string =>
  note === undefined ? point : `${point}\n${markdownQuote(note)}`;

const pointOf = (text: string): string => markdownBody(text).replaceAll('\n', '\n  ');

function parsed<Item extends { readonly deleted: boolean }>(
  rows: readonly Row[],
  parse: (row: Row) => Result<Item, unknown>,
): Item[] {
  return rows.flatMap((row) => {
    const item = parse(row);
    return item.ok && !item.value.deleted ? [item.value] : [];
  });
}

const dayTitle = ({ locale }: FolderWords, day: LocalDay): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(dayToInstant(day));

function instantOf({ fields, editedAt }: Row): number {
  const { at } = Object(fields['when']) as { readonly at?: unknown };
  return typeof at === 'number' ? at : editedAt;
}
