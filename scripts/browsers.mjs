// Finds the browsers of this machine. CHROMIUM and FIREFOX name others.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Branded Chrome comes last: from version 137 on it ignores `--load-extension`.
const chromiums = {
  linux: [
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
    'google-chrome',
    'google-chrome-stable',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
};

const firefoxes = {
  linux: ['firefox-esr', 'firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

export const findChromium = () => process.env.CHROMIUM ?? firstThatRuns(chromiums[process.platform] ?? []);

export const findFirefox = () => process.env.FIREFOX ?? firstThatRuns(firefoxes[process.platform] ?? []);

/** Names are looked up in PATH, and in /usr/bin when PATH is bare. */
function firstThatRuns(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const candidates = names.flatMap((name) =>
    name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name)),
  );
  return candidates.find(runs);
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
