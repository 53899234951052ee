// The packages that package-lock.json names, in node_modules.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { runNpm } from './child.mjs';

const root = resolve(import.meta.dirname, '..');

const changedAt = (path) => statSync(resolve(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** npm writes its own list at the end of an install: a list older than the lock means an unfinished or outdated one. */
export const modulesAreCurrent = () => changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json');

/** Errors are shown even under `npm run --silent`, whose quiet every npm below it would inherit. */
export const installModules = () => {
  console.log('Installing the packages of package-lock.json …');
  return runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
};
