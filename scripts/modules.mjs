// The packages that package-lock.json names, in node_modules.
import { lstatSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { runNpm } from './child.mjs';

const root = resolve(import.meta.dirname, '..');

const changedAt = (path) => statSync(resolve(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** npm writes its own list at the end of an install: a list older than the lock means an unfinished or outdated one. */
export const modulesAreCurrent = () => changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json');

/** Answers an exit code. Errors are shown even under `npm run --silent`, whose quiet npm below it would inherit. */
export async function installModules() {
  // npm would follow the link and empty the folder of another checkout.
  if (lstatSync(resolve(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      'node_modules is a link to another folder. Remove the link, so that this checkout gets its own packages.',
    );
    return 1;
  }
  console.log('Installing the packages of package-lock.json …');
  return runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
