// Entries from Day One's JSON export: an archive with one file of JSON for each journal, and folders of photos.

import { entryInput, newEntry } from '../domain/journal-entry.ts';
import { type Act, dayAt } from '../kernel/local-day.ts';
import { isPlainObject } from '../merge/bounded-json.ts';
import { type Gathering, gather, type Here, type Incoming, leftFor } from './incoming.ts';
import { zoneOffsets } from './zone-offset.ts';

/** A list as the export writes it: what is not of the form is left alone. */
export const isDayOne = (file: Readonly<Record<string, unknown>>): boolean => Array.isArray(file['entries']);

/** Several journals of one archive as one. */
export function readDayOne(files: readonly Readonly<Record<string, unknown>>[], here: Here): Incoming {
  const found = gather('dayOne');
  const offsetAt = zoneOffsets();
  for (const { entries } of files) {
    for (const entry of (Array.isArray(entries) ? entries : []) as readonly unknown[]) {
      if (isPlainObject(entry)) readEntry(entry, found, here, offsetAt);
      else found.leave('unreadable');
    }
  }
  return found.result();
}

type Entry = Readonly<Record<string, unknown>>;
type OffsetAt = ReturnType<typeof zoneOffsets>;

function readEntry(entry: Entry, found: Gathering, here: Here, offsetAt: OffsetAt): undefined {
  const { uuid, creationDate, timeZone, text, tags, starred, isPinned } = entry;
  found.leave('media', mediaIn(entry));
  if (starred === true || isPinned === true) found.leave('stars');
  if (isPlainObject(entry['location']) || isPlainObject(entry['weather'])) found.leave('places');
  const at = typeof creationDate === 'string' ? Date.parse(creationDate) : Number.NaN;
  if (typeof uuid !== 'string' || uuid.length > 100 || !Number.isFinite(at)) return found.leave('unreadable');
  const act = actAt(at, timeZone, here, offsetAt);
  if (!act) return found.leave('noDay');
  const body = typeof text === 'string' ? plainText(text) : '';
  const wishes = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
  const kept = wishes.filter((tag, index) => index < 20 && entryInput({ body: '.', tags: [tag] }, here).ok);
  found.leave('tags', wishes.length - kept.length);
  const input = entryInput({ body, day: act.day, tags: kept, heavy: false }, here);
  if (!input.ok) return found.leave(leftFor(input.error));
  const { set, texts } = newEntry(input.value, act, uuid);
  return found.add({
    was: uuid,
    kind: 'journalEntry',
    place: { name: `dayone|${uuid}` },
    set,
    texts: { body: texts?.['body']?.text ?? '' },
  });
}

/** The day on the calendar of where it was written. A zone that nobody knows is taken for the one here. */
function actAt(at: number, timeZone: unknown, here: Here, offsetAt: OffsetAt): Act | undefined {
  const named = typeof timeZone === 'string' && timeZone.length <= 64 ? offsetAt(at, timeZone) : undefined;
  const offset = named ?? offsetAt(at, here.zone);
  if (offset === undefined || Math.abs(at) > 8e15 || at < earliest) return undefined;
  return { day: dayAt(at, offset), zone: named === undefined ? here.zone : String(timeZone), offset, at };
}

const earliest = Date.UTC(1900, 0, 2);

/** Day One puts a backslash before what Markdown could take for its own. Pictures are named by an address of its own. */
const plainText = (text: string): string =>
  text
    .replace(/!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\s]{0,200}\)[^\S\n]*\n?/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!>|~])/g, '$1')
    .trim();

const mediaIn = (entry: Entry): number =>
  ['photos', 'videos', 'audios', 'pdfAttachments']
    .map((name) => entry[name])
    .reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
