import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Looks for words and bytes in every file of a browser's profile, the way a thief with a copy of it would.

export interface Scan {
  /** A word that stands nowhere else in the world; from now on it is looked for. */
  word(name: string): string;
  /** Looks for this text from now on, as it is. */
  text(name: string, text: string): void;
  /** Looks for these bytes from now on. */
  bytes(name: string, bytes: Uint8Array): void;
  forget(name: string): void;
  /** `name in path` for all that was found in any of the three encodings. */
  hits(): string[];
}

export function createScan(folder: string): Scan {
  const needles = new Map<string, Buffer[]>();
  const text: Scan['text'] = (name, wanted) => void needles.set(name, halves(wanted).flatMap(encodings));
  return {
    text,
    word(name) {
      const word = randomWord();
      text(name, word);
      return word;
    },
    bytes: (name, bytes) => void needles.set(name, [Buffer.from(bytes)]),
    forget: (name) => void needles.delete(name),
    hits() {
      return filesOf(folder).flatMap((path) => {
        const file = contentOf(join(folder, path));
        return [...needles]
          .filter(([, wanted]) => wanted.some((needle) => path.includes(needle.toString()) || file.includes(needle)))
          .map(([name]) => `${name} in ${path}`);
      });
    },
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Small letters only: hosts of addresses lose their capitals on the way to the disk. */
const randomWord = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => letters[byte % letters.length]).join('');

/** Both, because a compressed file may have taken out a few letters that it had seen before. */
const halves = (text: string): string[] => [text.slice(0, text.length / 2), text.slice(text.length / 2)];

/** UTF-8, UTF-16LE and UTF-16BE: LevelDB keys and names of databases are big-endian. */
function encodings(text: string): Buffer[] {
  const little = Buffer.from(text, 'utf16le');
  return [Buffer.from(text), little, Buffer.from(little).swap16()];
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** Empty for a file that the browser took away meanwhile. */
function contentOf(path: string): Buffer {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : Buffer.alloc(0);
}
