import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './tree.ts';

// Each wall of docs/architecture.md must turn red when somebody breaks it. The breaches are planted in a copy of the
// tree, all at once, so that one run of each tool judges them and nothing is left behind here.

type Breach = readonly [folder: string, specifier: string];

/** Folder of the planted file, and an import that this folder must not have. */
const breaches: readonly Breach[] = [
  ['shared/core/kernel', '../domain/planted-target.ts'],
  ['shared/core/kernel', '../vault/planted-target.ts'],
  ['shared/core/kernel', '@core/store/planted-target.ts'],
  ['shared/core/kernel', 'valibot'],
  ['shared/core/domain', '../vault/planted-target.ts'],
  ['shared/core/domain', '../store/planted-target.ts'],
  ['shared/core/domain', '@core/merge/planted-target.ts'],
  ['shared/core/domain', 'idb'],
  ['shared/core/domain', '@preact/signals'],
  ['shared/core/insights', '../store/planted-target.ts'],
  ['shared/core/insights', '../vault/planted-target.ts'],
  ['shared/core/insights', '../search/planted-target.ts'],
  ['shared/core/search', '../store/planted-target.ts'],
  ['shared/core/search', '../vault/planted-target.ts'],
  ['shared/core/search', '@preact/signals'],
  ['shared/core/merge', '../domain/planted-target.ts'],
  ['shared/core/merge', '../store/planted-target.ts'],
  ['shared/core/vault', '../store/planted-target.ts'],
  ['shared/core/vault', '../sync/planted-target.ts'],
  ['shared/core/vault/migrations', '../../store/planted-target.ts'],
  ['shared/core/store', '../sync/planted-target.ts'],
  ['shared/core/store', '../backup/planted-target.ts'],
  ['shared/core/sync', '../domain/planted-target.ts'],
  ['shared/core/sync', '../backup/planted-target.ts'],
  ['shared/core/backup', '../insights/planted-target.ts'],
  ['shared/core/exchange', '../vault/planted-target.ts'],
  ['shared/core/exchange', 'idb'],
  ['shared/core/store', '../exchange/planted-target.ts'],
  ['shared/core/store', 'fflate'],
  ['shared/core/store', 'preact'],
  ['shared/core/store', '@ui/planted-target.ts'],
  ['shared/core/store', '../../app/planted-target.ts'],
  ['shared/core/store', '@i18n/planted-target.ts'],
  ['shared/core/store', 'wxt/browser'],
  ['shared/i18n', '@core/kernel/planted-target.ts'],
  ['shared/i18n', '../ui/planted-target.ts'],
  ['shared/i18n', 'preact'],
  ['shared/ui', '@core/kernel/planted-target.ts'],
  ['shared/ui', '../core/kernel/planted-target.ts'],
  ['shared/ui/parts', '@app/planted-target.ts'],
  ['shared/ui/parts', '@preact/signals'],
  ['shared/ui/parts', 'wxt/browser'],
  ['shared/app', 'wxt/browser'],
  ['shared/app', '../../extension/platform/planted-target.ts'],
  ['shared/app', '../../pwa/src/planted-target.ts'],
  ['shared/app/pages', '../../core/kernel/planted-target.ts'],
  ['extension/entrypoints/newtab', '../../../pwa/src/planted-target.ts'],
  ['extension/entrypoints/newtab', '../popup/planted-target.ts'],
  ['extension/entrypoints/popup', '../background.ts'],
  ['extension/entrypoints/journal', '../newtab/planted-target.ts'],
  ['extension/entrypoints/newtab', 'wxt/browser'],
  ['extension/entrypoints/newtab', '../../../shared/core/kernel/planted-target.ts'],
  ['extension/platform', '../entrypoints/popup/planted-target.ts'],
  ['extension/platform', '../../pwa/src/planted-target.ts'],
  ['pwa/src', '../../extension/platform/planted-target.ts'],
  ['pwa/src', '../sw/planted-target.ts'],
  ['pwa/src', 'wxt/browser'],
  ['pwa/sw', '../../shared/app/planted-target.ts'],
  ['pwa/sw', '@core/kernel/planted-target.ts'],
  ['pwa/sw', '../src/planted-target.ts'],
];

/** What the same folders do import. A wall that refuses these would be no wall but a closed road. */
const roads: readonly Breach[] = [
  ['shared/core/kernel', './planted-target.ts'],
  ['shared/core/domain', '../kernel/planted-target.ts'],
  ['shared/core/domain', 'valibot'],
  ['shared/core/insights', '../domain/planted-target.ts'],
  ['shared/core/merge', '../kernel/planted-target.ts'],
  ['shared/core/vault', '../merge/planted-target.ts'],
  ['shared/core/vault', 'idb'],
  ['shared/core/vault/migrations', '../planted-target.ts'],
  ['shared/core/vault/migrations', '../../kernel/planted-target.ts'],
  ['shared/core/store', '../vault/planted-target.ts'],
  ['shared/core/store', '@core/domain/planted-target.ts'],
  ['shared/core/sync', '../store/planted-target.ts'],
  ['shared/core/exchange', '../domain/planted-target.ts'],
  ['shared/core/exchange', 'papaparse'],
  ['shared/ui', '@i18n/planted-target.ts'],
  ['shared/ui/parts', '../planted-target.ts'],
  ['shared/ui/parts', 'preact/hooks'],
  ['shared/app/pages', '../planted-target.ts'],
  ['shared/app/pages', '@core/store/planted-target.ts'],
  ['shared/app/pages', '@preact/signals'],
  ['extension/entrypoints/newtab', '../../platform/planted-target.ts'],
  ['extension/entrypoints/newtab', '@app/planted-target.ts'],
  ['extension/platform', 'wxt/browser'],
  ['pwa/src', '@app/planted-target.ts'],
  ['pwa/sw', 'workbox-core'],
];

/** Errors that only the compiler can see: each folder knows the globals of the place that it runs in. */
const foreign: readonly [folder: string, code: string, error: string][] = [
  ['shared/core/kernel', 'export const title = () => document.title;', 'TS2584'],
  ['shared/core/store', 'export const open = () => chrome.runtime;', 'TS2304'],
  ['shared/ui', 'export const open = () => chrome.runtime;', 'TS2304'],
  ['shared/app', 'export const open = () => browser.runtime;', 'TS2304'],
  ['pwa/sw', 'export const title = () => document.title;', 'TS2584'],
];

/** Imports that the project references refuse, whatever Biome says. */
const compilerBreaches: readonly Breach[] = [
  ['shared/core/store', '@ui/planted-target.ts'],
  ['shared/core/store', '../../app/planted-target.ts'],
  ['shared/core/store', '@i18n/planted-target.ts'],
  ['shared/i18n', '@core/kernel/planted-target.ts'],
  ['shared/ui', '@core/kernel/planted-target.ts'],
  ['shared/ui/parts', '@app/planted-target.ts'],
  ['shared/app', '../../extension/platform/planted-target.ts'],
  ['shared/app', '../../pwa/src/planted-target.ts'],
  ['extension/platform', '../../pwa/src/planted-target.ts'],
  ['pwa/src', '../../extension/platform/planted-target.ts'],
  ['pwa/src', '../sw/planted-target.ts'],
  ['pwa/sw', '../../shared/app/planted-target.ts'],
  ['pwa/sw', '@core/kernel/planted-target.ts'],
];

let copy = '';
let biome: { complaints: Set<string>; checked: number };
let compiler: { complaints: Map<string, string>; text: string };

beforeAll(() => {
  copy = copyOfTree();
  plantImports('wall', compilerBreaches);
  for (const [index, [folder, code]] of foreign.entries()) plant(planted(folder, 'foreign', index), `${code}\n`);
  compiler = runCompiler();
  // Only now the packages, because their types can bring the DOM along and hide what the compiler would say.
  plantImports('breach', breaches);
  plantImports('road', roads);
  biome = runBiome();
}, 60_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('both tools looked at files', () => {
  expect(biome.checked).toBeGreaterThan(breaches.length + roads.length);
  expect(compiler.complaints.size).toBeGreaterThan(0);
});

test.each(numbered(breaches))('Biome refuses in %s an import of %s', (folder, _specifier, index) => {
  expect(biome.complaints).toContain(planted(folder, 'breach', index));
});

test.each(numbered(roads))('Biome allows in %s an import of %s', (folder, _specifier, index) => {
  expect(biome.complaints).not.toContain(planted(folder, 'road', index));
});

test.each(numbered(compilerBreaches))('the compiler refuses in %s an import of %s', (folder, _specifier, index) => {
  expect(compiler.text).toContain(planted(folder, 'wall', index));
});

test.each(numbered(foreign))('the compiler refuses in %s: %s', (folder, _code, error, index) => {
  expect(compiler.complaints.get(planted(folder, 'foreign', index))).toBe(error);
});

function numbered<Row extends readonly string[]>(rows: readonly Row[]) {
  return rows.map((row, index) => [...row, index] as const);
}

function planted(folder: string, what: string, index: number): string {
  return `${folder}/planted-${what}-${index}.ts`;
}

function plantImports(what: string, imports: readonly Breach[]): void {
  for (const [index, [folder, specifier]] of imports.entries()) {
    plant(planted(folder, what, index), `import '${specifier}';\nexport const planted = 1;\n`);
    if (/^[.@]/.test(specifier)) plantTarget(folder, specifier);
  }
}

function copyOfTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-walls-'));
  for (const path of ['shared', 'extension', 'pwa', 'biome.json', 'tsconfig.json']) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function plant(path: string, text: string): void {
  const full = join(copy, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** The compiler judges an import only when the imported file is there. */
function plantTarget(folder: string, specifier: string): void {
  const path = specifier.startsWith('.') ? join(folder, specifier) : join('shared', specifier.slice(1));
  plant(path, 'export const target = 1;\n');
}

function runBiome() {
  const { stdout } = run(
    '@biomejs/biome/bin/biome',
    'lint',
    '--only=style/noRestrictedImports',
    '--reporter=json',
    '--max-diagnostics=none',
    '.',
  );
  const report = JSON.parse(stdout) as {
    summary: { unchanged: number; changed: number };
    diagnostics: { location: { path: string | { file: string } } }[];
  };
  const complaints = new Set(
    report.diagnostics.map(({ location: { path } }) => (typeof path === 'string' ? path : path.file)),
  );
  return { complaints, checked: report.summary.unchanged + report.summary.changed };
}

function runCompiler() {
  const projects = ['shared/core', 'shared/i18n', 'shared/ui', 'shared/app', 'extension', 'pwa', 'pwa/sw'];
  const { stdout } = run('typescript/bin/tsc', '-b', '--force', '--pretty', 'false', ...projects);
  const complaints = new Map<string, string>();
  for (const [, path = '', error = ''] of stdout.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm))
    complaints.set(path, error);
  return { complaints, text: stdout };
}

function run(program: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}
