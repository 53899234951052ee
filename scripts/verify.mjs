// Everything that must hold before a change goes in, from installing the packages to the last end-to-end test.
// The last line is `N passed, N failed`: every test counts as one, and so does every other stage.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { findChromium, findFirefox } from './browsers.mjs';
import { endChildrenOnExit, run, runNpm } from './child.mjs';
import { installModules } from './modules.mjs';
import { makePackagesTwice } from './same-packages.mjs';

const root = resolve(import.meta.dirname, '..');
const vitestTally = 'test-results/vitest.json';
const playwrightTally = 'test-results/playwright.json';

/** `act` answers an exit code; `tests` counts them afterwards; what `needs` another stage is not run without it. */
const stages = [
  { name: 'browsers', act: haveBrowsers },
  { name: 'install', act: installModules },
  { name: 'check', needs: 'install', act: () => npmRun('check') },
  { name: 'types', needs: 'install', act: () => npmRun('types') },
  { name: 'build', needs: 'install', act: () => npmRun('build') },
  { name: 'packages', needs: 'build', act: makePackagesTwice },
  { name: 'test', needs: 'build', act: vitest, tests: vitestTests },
  { name: 'size', needs: 'build', act: () => npmRun('size') },
  { name: 'e2e', needs: 'build', act: playwright, tests: playwrightTests },
  { name: 'lint:firefox', needs: 'build', act: () => npmRun('lint:firefox') },
  { name: 'unused', needs: 'install', act: () => npmRun('unused') },
];

process.chdir(root);
endChildrenOnExit();
const without = new Set(process.argv.slice(2).map((argument) => argument.replace('--without=', '')));
const results = new Map();
for (const stage of stages.filter(({ name }) => !without.has(name))) results.set(stage.name, await outcomeOf(stage));
report();

async function outcomeOf({ name, needs, act, tests }) {
  if (results.get(needs)?.failed) return { passed: 0, failed: 1, note: `not run, because ${needs} failed` };
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`);
  const began = Date.now();
  const code = await act();
  const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  if (!tests) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, note: seconds };
  const { passed, failed, complaints } = tests();
  // A run may fail with every test green: an error outside of them, or a server that did not start.
  if (code !== 0 && failed === 0) complaints.push(`ended with code ${code}`);
  const counts = `${passed} passed, ${failed} failed in ${seconds}`;
  return { passed, failed: failed + complaints.length, note: [counts, ...complaints].join('; ') };
}

function report() {
  console.log('\n');
  let [passed, failed] = [0, 0];
  for (const [name, result] of results) {
    passed += result.passed;
    failed += result.failed;
    console.log(`${result.failed ? 'FAIL' : 'ok  '} ${name.padEnd(14)}${result.note}`);
  }
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed`);
}

function npmRun(script) {
  return runNpm(['run', '--silent', script]);
}

/** The tests drive installed programs. On Debian they can be fetched here; elsewhere a person has to. */
async function haveBrowsers() {
  const missing = () =>
    [
      findChromium() ? '' : 'Chromium (set CHROMIUM)',
      findFirefox() ? '' : 'Firefox (set FIREFOX)',
      spawnSync('age', ['--version']).error ? 'age, which opens backups without us' : '',
    ].filter(Boolean);
  const mayInstall =
    existsSync('/usr/bin/apt-get') && (process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true']).status === 0);
  if (missing().length > 0 && mayInstall) await run('bash', ['.ci/install']);
  for (const name of missing()) console.error(`Missing: ${name}. On Debian: bash .ci/install`);
  process.env.CHROMIUM ??= findChromium();
  process.env.FIREFOX ??= findFirefox();
  return missing().length;
}

function vitest() {
  rmSync(vitestTally, { force: true });
  return run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=./scripts/vitest-tally.mjs',
  ]);
}

function vitestTests() {
  const { projects = {}, errors = 0 } = readTally(vitestTally);
  const entries = Object.entries(projects);
  const sum = (state) => entries.reduce((total, [, counts]) => total + counts[state], 0);
  const complaints = entries
    .filter(([, counts]) => counts.passed + counts.failed === 0)
    .map(([name]) => `no test in ${name}`);
  if (entries.length === 0) complaints.push('no test ran');
  if (sum('skipped') > 0) complaints.push(`${sum('skipped')} skipped`);
  if (errors > 0) complaints.push(`${errors} errors outside of tests`);
  return { passed: sum('passed'), failed: sum('failed'), complaints };
}

function playwright() {
  rmSync(playwrightTally, { force: true });
  return run(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--project=e2e', '--reporter=list,json'],
    {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightTally },
    },
  );
}

function playwrightTests() {
  const { stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors = [] } = readTally(playwrightTally);
  const complaints = [];
  if (stats.expected + stats.unexpected + stats.flaky === 0) complaints.push('no test ran');
  if (stats.skipped > 0) complaints.push(`${stats.skipped} skipped`);
  if (errors.length > 0) complaints.push(`${errors.length} errors outside of tests`);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, complaints };
}

function readTally(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {}; // the run ended before it could count
  }
}
