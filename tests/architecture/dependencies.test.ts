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

interface Lock {
  packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
}

const { packages } = readJson<Lock>('package-lock.json');

/** Every package that what ships asks for, at whatever distance. */
function broughtAlong(): string[] {
  const queue = Object.keys(dependencies);
  const seen = new Set<string>();
  for (let name = queue.pop(); name; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const places = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));
    queue.push(...places.flatMap((path) => Object.keys(packages[path]?.dependencies ?? {})));
  }
  return [...seen].filter((name) => !(name in dependencies));
}

test('A18: docs/dependencies.md gives a reason for every dependency and for what they bring along, and for no other', () => {
  const reasons = new Map(
    [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', reason = '']) => [
      name,
      reason,
    ]),
  );
  expect([...reasons.keys()].sort()).toEqual([...all.map(([name]) => name), ...broughtAlong()].sort());
  expect([...reasons].filter(([, reason]) => reason.trim().length < 20)).toEqual([]);
});

test('A3: Preact is never one that draws JSON as if it were markup', () => {
  const [major = 0, minor = 0, patch = 0] = String(dependencies['preact']).split('.').map(Number);
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(10_028_002); // CVE-2026-22028
});

test('the lock answers each pin', () => {
  const direct = Object.entries({ ...dependencies, ...devDependencies });
  expect(direct.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});
