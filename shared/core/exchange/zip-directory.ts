// The list of files at the end of a zip archive. One doubtful name, and the whole archive is refused: nobody who made
// it honestly put it there.

import { err, ok, type Result } from '../kernel/result.ts';
import type { Refusal } from './refusal.ts';

export interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  /** CRC-32 of what is unpacked. */
  readonly sum: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const entrySignature = 0x02014b50;
const entryLength = 46;
const encryptedFlag = 1;
/** What stands in a field whose value is too large for it, and is in the 64-bit part of the archive. */
const elsewhere = { short: 0xffff, long: 0xffffffff };

export async function readDirectory(file: Blob): Promise<Result<DirectoryEntry[], Refusal>> {
  const end = await findEnd(file);
  if (!end) return err({ type: 'damaged' });
  if (end.count === elsewhere.short || end.start === elsewhere.long) return err({ type: 'tooLarge' });
  if (end.start + end.length > end.at) return err({ type: 'damaged' });
  const view = new DataView(await file.slice(end.start, end.start + end.length).arrayBuffer());
  const entries: DirectoryEntry[] = [];
  const seen = new Set<string>();
  let at = 0;
  for (let left = end.count; left > 0; left--) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature)
      return err({ type: 'damaged' });
    const nameLength = view.getUint16(at + 28, true);
    const next = at + entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) return err({ type: 'damaged' });
    const name = decode(new Uint8Array(view.buffer, at + entryLength, nameLength));
    const same = name?.normalize('NFC').toLowerCase();
    if (name === undefined || same === undefined || !isPlainName(name) || seen.has(same)) {
      return err({ type: 'oddNames' });
    }
    seen.add(same);
    if (view.getUint16(at + 8, true) & encryptedFlag) return err({ type: 'encrypted' });
    const [sum, packed, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true)) as [
      number,
      number,
      number,
    ];
    const offset = view.getUint32(at + 42, true);
    if ([packed, size, offset].includes(elsewhere.long)) return err({ type: 'tooLarge' });
    if (!name.endsWith('/')) entries.push({ name, method: view.getUint16(at + 10, true), sum, packed, size, offset });
    at = next;
  }
  return ok(entries);
}

/** The end record stands at the very end, but for a comment of the length that it names. */
async function findEnd(file: Blob) {
  const from = Math.max(0, file.size - endLength - longestComment);
  const view = new DataView(await file.slice(from).arrayBuffer());
  for (let at = view.byteLength - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endLength + view.getUint16(at + 20, true) !== view.byteLength) continue;
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0) continue; // no other disks
    const count = view.getUint16(at + 10, true);
    return { at: from + at, count, length: view.getUint32(at + 12, true), start: view.getUint32(at + 16, true) };
  }
  return undefined;
}

/** Relative, downward, and the same on every system. */
const isPlainName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 1024 &&
  !/[\\\p{Cc}]/u.test(name) &&
  !/^(?:\/|[A-Za-z]:)/.test(name) &&
  name
    .replace(/\/$/, '')
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..');

const utf8Names = new TextDecoder('utf-8', { fatal: true });
/** Before UTF-8 came in, names were in whatever the system had. One byte for each character loses none of them. */
const byteNames = new TextDecoder('latin1');

function decode(bytes: Uint8Array): string {
  try {
    return utf8Names.decode(bytes);
  } catch {
    return byteNames.decode(bytes);
  }
}
