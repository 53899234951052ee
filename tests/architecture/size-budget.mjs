// Prints the gzipped size of what we ship and fails above the limit. Run it after a build.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

// A page's first load is what its HTML names, all that this imports statically, and the modules that the page fetches
// by itself on the way to what the row is about. They are named here, because `import()` hides them; one that has no
// file of its own is part of another.
const chrome = 'dist/extension/chrome-mv3';
const budgets = [
  { what: 'new tab, until the promise is on the screen', files: firstLoad(chrome, 'newtab.html'), limit: 14 },
  { what: 'popup, until one can type', files: firstLoad(chrome, 'popup.html'), limit: 14 },
  { what: 'popup, until Enter works', files: firstLoad(chrome, 'popup.html', 'live'), limit: 23 },
  {
    what: 'PWA, until Today is on the screen',
    files: firstLoad('dist/pwa', 'index.html', 'ledger', 'today-page'),
    limit: 35,
  },
  { what: 'PWA service worker', files: matching('dist/pwa', /^sw\.js$/), limit: 8 },
  { what: 'PWA styles', files: matching('dist/pwa', /\.css$/), limit: 12 },
];

for (const { what, files, limit } of budgets) {
  const kilobytes = files.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length / 1024, 0);
  const fits = files.length > 0 && kilobytes <= limit; // no file at all: the build or the pattern has changed
  console.log(`${fits ? 'ok  ' : 'FAIL'} ${what}: ${kilobytes.toFixed(2)} of ${limit} KB in ${files.length} files`);
  if (!fits) process.exitCode = 1;
}

/** The scripts of a page with all that they import, `fetched` being the names of chunks it asks for unbidden. */
function firstLoad(folder, page, ...fetched) {
  if (!existsSync(join(folder, page))) return [];
  const html = readFileSync(join(folder, page), 'utf8');
  const queue = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => join(folder, src));
  const seen = new Set();
  const missing = new Set(fetched.filter((name) => matching(folder, new RegExp(`/${name}-[^/]*\\.js$`)).length > 0));
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const script = readFileSync(path, 'utf8');
    for (const [, specifier] of script.matchAll(/\b(?:import|export)\b[^'"`()]*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      queue.push(join(dirname(path), specifier));
    }
    for (const [, specifier] of script.matchAll(/\bimport\(["'`](\.{1,2}\/[^"'`]+\.js)["'`]\)/g)) {
      const name = fetched.find((one) => basename(specifier).startsWith(`${one}-`));
      if (name) queue.push(join(dirname(path), specifier));
      missing.delete(name);
    }
  }
  return missing.size === 0 ? [...seen] : [];
}

function matching(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => pattern.test(path))
    .map((path) => join(folder, path));
}
