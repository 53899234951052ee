// Makes the store packages twice and compares their bytes: a reviewer must be able to build what was submitted.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runNpm } from './child.mjs';

const folder = resolve(import.meta.dirname, '../dist/extension');

const packages = () => readdirSync(folder).filter((name) => name.endsWith('.zip'));

/** Answers an exit code. */
export async function makePackagesTwice() {
  const first = await makePackages();
  const second = await makePackages();
  for (const [name, hash] of Object.entries(second)) {
    console.log(`${first[name] === hash ? 'same bytes' : 'DIFFERENT'}  ${hash.slice(0, 16)}  ${name}`);
  }
  const names = Object.keys(second);
  const alike = names.length > 0 && names.length === Object.keys(first).length;
  return alike && names.every((name) => first[name] === second[name]) ? 0 : 1;
}

async function makePackages() {
  for (const name of packages()) rmSync(join(folder, name));
  if ((await runNpm(['run', '--silent', 'zip'])) !== 0) return {};
  return Object.fromEntries(
    packages().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
