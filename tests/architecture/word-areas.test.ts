import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordAreas } from '../../scripts/word-areas.ts';

const words = {
  'face.next': 'Next',
  'face.count': { one: '{n} day', other: '{n} days' },
  'answer.kept': 'Kept',
  'journal.title': 'Journal',
  extensionName: 'Kept',
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-words-'));
  mkdirSync(join(folder, 'words'));
  writeFileSync(join(folder, 'words/en.json'), JSON.stringify(words));
  writeFileSync(join(folder, 'words/hu.json'), JSON.stringify({ ...words, 'face.next': 'Következő' }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an import answers the keys of its areas and no others', async () => {
  const bundle = await bundleOf(`export { default } from './words/en.json?areas=face,answer';`);
  expect(bundle).not.toContain('Journal');
  expect(await defaultOf(bundle)).toEqual({
    'face.next': 'Next',
    'face.count': { one: '{n} day', other: '{n} days' },
    'answer.kept': 'Kept',
  });
});

test('two lists of areas of one language live side by side', async () => {
  const bundle = await bundleOf(`
    import face from './words/en.json?areas=face';
    import journal from './words/en.json?areas=journal';
    import all from './words/en.json';
    export default [Object.keys(face), Object.keys(journal), Object.keys(all).length];
  `);
  expect(await defaultOf(bundle)).toEqual([['face.next', 'face.count'], ['journal.title'], 5]);
});

test('a glob over the languages takes the same query', async () => {
  const bundle = await bundleOf(`
    const others = import.meta.glob('./words/*.json', { query: '?areas=face', import: 'default', eager: true });
    export default others;
  `);
  expect(await defaultOf(bundle)).toEqual({
    './words/en.json': { 'face.next': 'Next', 'face.count': words['face.count'] },
    './words/hu.json': { 'face.next': 'Következő', 'face.count': words['face.count'] },
  });
});

test('an area that no word belongs to stops the build', async () => {
  await expect(bundleOf(`export { default } from './words/en.json?areas=face,fcae';`)).rejects.toThrow(/area fcae/);
});

async function bundleOf(source: string): Promise<string> {
  writeFileSync(join(folder, 'main.ts'), source);
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [wordAreas()],
    build: { write: false, lib: { entry: 'main.ts', formats: ['es'] } },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error('Vite answered no bundle.');
  return result.output.map((file) => ('code' in file ? file.code : '')).join('\n');
}

async function defaultOf(bundle: string): Promise<unknown> {
  const module: { default: unknown } = await import(`data:text/javascript,${encodeURIComponent(bundle)}`);
  return module.default;
}
