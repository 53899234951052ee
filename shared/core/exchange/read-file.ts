// Which kind of file it is, by its bytes and not by its name, and what it brings.

import { textOf } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isPlainObject } from '../merge/bounded-json.ts';
import { isDayOne, readDayOne } from './day-one.ts';
import type { Here, Incoming } from './incoming.ts';
import { readJournalTable } from './journal-table.ts';
import { jsonFormat } from './json-format.ts';
import { readJson } from './json-reader.ts';
import { exchangeLimits } from './limits.ts';
import { checkmarkFiles, habitsFile, readLoop } from './loop.ts';
import type { Refusal } from './refusal.ts';
import { openZip, type Zip } from './zip-reader.ts';

export async function readFile(file: Blob, here: Here): Promise<Result<Incoming, Refusal>> {
  if (file.size === 0) return err({ type: 'empty' });
  const isArchive = await beginsAsArchive(file);
  if (file.size > (isArchive ? exchangeLimits.archive : exchangeLimits.text)) return err({ type: 'tooLarge' });
  const read = isArchive ? await readArchive(file, here) : readText(await file.arrayBuffer(), here);
  if (!read.ok) return read;
  const { records, left } = read.value;
  if (records.length > exchangeLimits.records) return err({ type: 'tooMany' });
  return records.length === 0 && Object.keys(left).length === 0 ? err({ type: 'empty' }) : read;
}

const archiveSignature = 0x04034b50;

async function beginsAsArchive(file: Blob): Promise<boolean> {
  const head = await file.slice(0, 4).arrayBuffer();
  return head.byteLength === 4 && new DataView(head).getUint32(0, true) === archiveSignature;
}

async function readArchive(file: Blob, here: Here): Promise<Result<Incoming, Refusal>> {
  const opened = await openZip(file);
  if (!opened.ok) return opened;
  const zip = opened.value;
  if (zip.names.includes(habitsFile)) return readLoopArchive(zip, here);
  const journals: Readonly<Record<string, unknown>>[] = [];
  for (const name of zip.names.filter((one) => /^[^/]+\.json$/i.test(one))) {
    const bytes = await zip.read(name);
    if (!bytes.ok) return bytes;
    const text = decode(bytes.value);
    const json = text === undefined ? undefined : parse(text);
    if (!json) return err({ type: 'damaged' });
    if (isDayOne(json)) journals.push(json);
  }
  return journals.length === 0 ? err({ type: 'notKnown' }) : ok(readDayOne(journals, here));
}

async function readLoopArchive(zip: Zip, here: Here): Promise<Result<Incoming, Refusal>> {
  const texts = new Map<string, string>();
  const files = checkmarkFiles(zip.names);
  for (const name of [habitsFile, ...files.values()]) {
    const bytes = await zip.read(name);
    if (!bytes.ok) return bytes;
    const text = decode(bytes.value);
    if (text === undefined) return err({ type: 'damaged' });
    texts.set(name, text);
  }
  const checkmarks = new Map([...files].map(([number, name]) => [number, texts.get(name) ?? '']));
  return readLoop(texts.get(habitsFile) ?? '', checkmarks, here);
}

function readText(bytes: ArrayBuffer, here: Here): Result<Incoming, Refusal> {
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) return err({ type: 'notKnown' });
  if (!/^\s*\{/.test(text.slice(0, 1000))) return readJournalTable(text, here);
  const json = parse(text);
  if (!json) return err({ type: 'damaged' });
  if (json['format'] === jsonFormat) return readJson(json);
  return isDayOne(json) ? ok(readDayOne([json], here)) : err({ type: 'notKnown' });
}

function decode(bytes: Parameters<typeof textOf>[0]): string | undefined {
  try {
    return textOf(bytes);
  } catch {
    return undefined;
  }
}

/** What is in it is judged piece by piece by whoever reads it. */
function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isPlainObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
