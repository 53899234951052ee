import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** The areas whose code ships. */
export const areas = ['shared', 'extension', 'pwa'];

const generated = ['pwa/public/icons'];

/** Paths under `folders`, relative to the root, whose name ends in one of `endings`. Never empty: a moved folder fails. */
export function filesIn(folders: readonly string[], ...endings: string[]): string[] {
  const found = folders
    .flatMap((folder) => walk(join(root, folder)))
    .filter((path) => endings.some((end) => path.endsWith(end)));
  if (found.length === 0) throw new Error(`No ${endings.join(' or ')} file in ${folders.join(', ')}.`);
  return found;
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** JSON of our own configuration. The caller names the shape it relies on. */
export const readJson = <Shape>(path: string): Shape => JSON.parse(read(path)) as Shape;

/** Every match of `pattern` in the text, as `path:line: text`, so that a failing test says where to look. */
export function matches(path: string, text: string, pattern: RegExp): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
}

function walk(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : [relative(root, join(folder, entry.name))],
    )
    .filter((path) => !generated.some((place) => path.startsWith(`${place}/`)) && !path.includes('node_modules/'))
    .sort();
}
