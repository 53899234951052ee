// Reads single files out of a zip archive (PKWARE APPNOTE 6.3), as if the archive had been made to hurt us: the
// directory is judged as a whole, only what is asked for is unpacked, and unpacking ends where it was said to end.

import { Inflate } from 'fflate';
import type { Bytes } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { exchangeLimits } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { type DirectoryEntry, readDirectory } from './zip-directory.ts';

export interface Zip {
  /** Names of the files, without folders. */
  readonly names: readonly string[];
  /** The bytes of one file, checked against its sum. */
  read(name: string): Promise<Result<Bytes, Refusal>>;
}

const localSignature = 0x04034b50;
const localLength = 30;
const stored = 0;
const deflated = 8;

/** So little is handed on at once, because one packed byte may become a thousand. */
const bite = 4096;

export async function openZip(file: Blob): Promise<Result<Zip, Refusal>> {
  const directory = await readDirectory(file);
  if (!directory.ok) return directory;
  const entries = new Map(directory.value.map((entry) => [entry.name, entry]));
  let room: number = exchangeLimits.unpacked;
  return ok({
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      if (!entry) return err({ type: 'damaged' });
      const { size, packed } = entry;
      if (size > exchangeLimits.ratioFrom && size > packed * exchangeLimits.ratio) return err({ type: 'swollen' });
      if (size > room) return err({ type: 'tooLarge' });
      room -= size;
      const bytes = await packedBytes(file, entry);
      if (!bytes) return err({ type: 'damaged' });
      return unpack(bytes, entry);
    },
  });
}

async function packedBytes(file: Blob, { offset, packed }: DirectoryEntry): Promise<Bytes | undefined> {
  const head = new DataView(await file.slice(offset, offset + localLength).arrayBuffer());
  if (head.byteLength < localLength || head.getUint32(0, true) !== localSignature) return undefined;
  const start = offset + localLength + head.getUint16(26, true) + head.getUint16(28, true);
  const bytes = new Uint8Array(await file.slice(start, start + packed).arrayBuffer());
  return bytes.length === packed ? bytes : undefined;
}

function unpack(packed: Bytes, { method, size, sum }: DirectoryEntry): Result<Bytes, Refusal> {
  if (method !== stored && method !== deflated) return err({ type: 'damaged' });
  const bytes = method === stored ? packed : inflate(packed, size);
  if (bytes === 'swollen') return err({ type: 'swollen' });
  return bytes?.length === size && crc32(bytes) === sum ? ok(bytes) : err({ type: 'damaged' });
}

/** Not a byte more than was promised. */
function inflate(packed: Bytes, size: number): Bytes | 'swollen' | undefined {
  const whole = new Uint8Array(size);
  let length = 0;
  let swollen = false;
  const stream = new Inflate((part) => {
    if (length + part.length > size) swollen = true;
    else whole.set(part, length);
    length += part.length;
  });
  try {
    for (let start = 0; start < packed.length && !swollen; start += bite) {
      stream.push(packed.subarray(start, start + bite), start + bite >= packed.length);
    }
  } catch {
    return undefined;
  }
  if (swollen) return 'swollen';
  return length === size ? whole : undefined;
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let sum = index;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crc32(bytes: Bytes): number {
  let sum = -1;
  for (const byte of bytes) sum = (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
}
