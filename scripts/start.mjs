// Runs Kept on this computer: installs what is missing, builds, serves the PWA and opens Chromium with the extension.
// Without a display it says where both are and how to load them. Ctrl+C ends it.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium } from './browsers.mjs';
import { endChildrenOnExit, runNpm, start } from './child.mjs';
import { installModules, modulesAreCurrent } from './modules.mjs';

const root = resolve(import.meta.dirname, '..');
const chromeFolder = join(root, 'dist/extension/chrome-mv3');
const firefoxFolder = join(root, 'dist/extension/firefox-mv3');
const host = '127.0.0.1';
const port = 4173; // an installed PWA and its entries belong to this address, port included
const address = `http://${host}:${port}/`;

process.chdir(root);
endChildrenOnExit();

if (!(await portIsFree()))
  stop(`Port ${port} is in use. Kept needs it: an installed PWA belongs to one address. End what uses it.`);
if (!modulesAreCurrent()) await must(installModules(), 'npm ci');
await must(runNpm(['run', '--silent', 'build']), 'npm run build');
await serve();
const chromium = hasDisplay() ? findChromium() : undefined;
if (chromium) open(chromium);
explain(chromium);

/** Answers when the page can be fetched. The server keeps this script alive until Ctrl+C. */
async function serve() {
  const flags = ['preview', '--host', host, '--port', String(port), '--strictPort'];
  const server = start(process.execPath, ['node_modules/vite/bin/vite.js', ...flags]);
  server.once('exit', (code) => {
    stop(`The PWA is no longer served at ${address}: the server ended with code ${code}.`);
  });
  while (!(await fetch(address).catch(() => undefined))?.ok) await new Promise((done) => setTimeout(done, 100));
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The profile is our own and stays: what somebody writes today is there tomorrow, and their other browsing is not. */
function open(chromium) {
  const profile = profileFolder(chromium);
  mkdirSync(profile, { recursive: true });
  const browser = start(
    chromium,
    [
      `--user-data-dir=${profile}`,
      `--load-extension=${chromeFolder}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--no-first-run',
      '--no-default-browser-check',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'chrome://newtab',
      address,
    ],
    { stdio: 'ignore' },
  );
  browser.once('error', () =>
    console.error(`${chromium} did not start. Load the extension by hand, as described below.`),
  );
  console.log(`Chromium is open, with a profile of its own in ${profile}`);
}

function profileFolder(chromium) {
  // A snap may write to no hidden folder of the person's home but its own.
  if (chromium.startsWith('/snap/')) return join(homedir(), 'snap/chromium/common/kept');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Kept/chromium');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'Kept/chromium');
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local/share'), 'kept/chromium');
}

function explain(chromium) {
  console.log(`
Kept is built and served.

  The app (PWA)          ${address}
  Extension, Chromium    ${chromeFolder}
  Extension, Firefox     ${firefoxFolder}

${chromium ? 'Should the new tab not be ours, or to use another browser, load the extension by hand:' : 'Load the extension by hand:'}

  Chromium, Chrome, Edge   open chrome://extensions, switch on "Developer mode", press "Load unpacked" and choose
                           the folder for Chromium
  Firefox                  open about:debugging#/runtime/this-firefox, press "Load Temporary Add-on…" and choose
                           manifest.json in the folder for Firefox

Ctrl+C ends it.`);
}

function portIsFree() {
  return new Promise((answer) => {
    const trial = createServer();
    trial.once('error', () => answer(false));
    trial.listen(port, host, () => trial.close(() => answer(true)));
  });
}

async function must(exitCode, what) {
  if ((await exitCode) !== 0) stop(`\n\`${what}\` failed, so Kept was not started.`);
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
