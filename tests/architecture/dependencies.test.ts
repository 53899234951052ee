import { expect, test } from 'vitest';
import { read, readJson } from './tree.ts';

interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
}

const { dependencies, devDependencies, overrides } = readJson<Package>('package.json');
const all = Object.entries({ ...dependencies, ...devDependencies, ...overrides });

test('every dependency is pinned to one version', () => {
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('docs/dependencies.md gives a reason for every dependency, and for no other', () => {
  const reasons = new Map(
    [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', reason = '']) => [
      name,
      reason,
    ]),
  );
  expect([...reasons.keys()].sort()).toEqual(all.map(([name]) => name).sort());
  expect([...reasons].filter(([, reason]) => reason.trim().length < 20)).toEqual([]);
});

test('the lock answers each pin', () => {
  const { packages } = readJson<{ packages: Record<string, { version?: string }> }>('package-lock.json');
  const direct = Object.entries({ ...dependencies, ...devDependencies });
  expect(direct.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});
