import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { alias } from '../../vite.config.ts';
import { filesIn, readJson, root } from './tree.ts';

interface Project {
  compilerOptions: { paths: Record<string, string[]> };
  references: { path: string }[];
}

test('the compiler and the bundlers resolve the same aliases', () => {
  const { compilerOptions } = readJson<Project>('tsconfig.json');
  const ofBundlers = Object.fromEntries(
    Object.entries(alias).map(([name, folder]) => [`${name}/*`, [`./${relative(root, folder)}/*`]]),
  );
  expect(compilerOptions.paths).toEqual(ofBundlers);
});

test('the compiler builds every folder that has a configuration', () => {
  const { references } = readJson<Project>('tsconfig.json');
  const folders = filesIn(['shared', 'extension', 'pwa', 'tests'], '/tsconfig.json').map((path) =>
    path.replace('/tsconfig.json', ''),
  );
  expect(references.map(({ path }) => path.replace('./', '')).sort()).toEqual(folders.sort());
});
