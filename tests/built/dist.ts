import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, root } from '../architecture/tree.ts';

export const extensions = ['dist/extension/chrome-mv3', 'dist/extension/firefox-mv3'];

export const outputs = [...extensions, 'dist/pwa'];

/** Built files under `folders`; says what to do when there is no build. */
export function builtFiles(folders: readonly string[], ...endings: string[]): string[] {
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) throw new Error(`${folder} is missing: run \`npm run build\` first.`);
  }
  return filesIn(folders, ...endings);
}

export const readBuilt = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The scripts of a page and all that they import, at once or later. */
export function scriptsOf(folder: string, page: string): string[] {
  const queue = [...readBuilt(join(folder, page)).matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) =>
    join(folder, src),
  );
  const seen = new Set<string>();
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const [, specifier = ''] of readBuilt(path).matchAll(
      /\b(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g,
    )) {
      queue.push(join(dirname(path), specifier));
    }
  }
  if (seen.size === 0) throw new Error(`${folder}/${page} loads no script.`);
  return [...seen];
}
