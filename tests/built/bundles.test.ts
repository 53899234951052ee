import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, root } from '../architecture/tree.ts';
import { builtFiles, extensions, outputs, readBuilt, scriptsOf } from './dist.ts';

const scripts = builtFiles(outputs, '.js');

const occurrences = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Ways to reach another host. */
const calls =
  /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts/;

test('A18: only the service worker of the web app fetches anything, and it fetches its own files', () => {
  const inPapaParse = occurrences(read('node_modules/papaparse/papaparse.min.js'), new RegExp(calls, 'g'));
  expect(inPapaParse).toBeGreaterThan(0); // it can read a table from an address, and is never given one
  const isTables = (path: string) =>
    /exchange-worker/.test(path) && occurrences(readBuilt(path), new RegExp(calls, 'g')) === inPapaParse;
  const callers = scripts.filter((path) => calls.test(readBuilt(path)));
  expect(callers.filter((path) => !isTables(path))).toEqual(['dist/pwa/sw.js']);
});

test('A18: no script makes code out of text', () => {
  expect(scripts.filter((path) => /\beval\(|\bnew Function\(|\bFunction\(["'`]/.test(readBuilt(path)))).toEqual([]);
});

test('A2 A18: no script writes markup except the lines of Preact that nothing of ours reaches', () => {
  const inPreact = occurrences(read('node_modules/preact/dist/preact.mjs'), /innerHTML/g);
  expect(inPreact).toBeGreaterThan(0);
  const others = scripts.filter((path) => ![0, inPreact].includes(occurrences(readBuilt(path), /innerHTML/g)));
  expect(others).toEqual([]);
});

test('A18: no address of another host is built in', () => {
  const harmless = [
    'http://www.w3.org/', // names of XML dialects, never fetched
    'https://bit.ly/wb-precache', // in the text of a Workbox error
    'https://github.com/mholt/PapaParse', // in its note of licence
    'https://findahelpline.com', // a link on the help page, opened when a person presses it
  ];
  const addresses = builtFiles(outputs, '.js', '.html', '.css', '.json', '.webmanifest').flatMap((path) =>
    [...readBuilt(path).matchAll(/\b(?:https?|wss?):\/\/\w[^\s"'`)<\\]*/g)].map(([address]) => `${path}: ${address}`),
  );
  expect(addresses.filter((line) => !harmless.some((start) => line.includes(`: ${start}`)))).toEqual([]);
});

describe.each(outputs)('the pages of %s', (folder) => {
  const pages = builtFiles([folder], '.html').map((path) => path.slice(folder.length + 1));
  const addresses = pages.flatMap((page) =>
    [...readBuilt(join(folder, page)).matchAll(/\s(?:src|href)="([^"#]+)/g)].map(([, address = '']) => address),
  );

  test('name only files that lie beside them', () => {
    expect(addresses.filter((address) => !existsSync(join(root, folder, address)))).toEqual([]);
  });

  test('import only scripts that are there', () => {
    const imported = pages.filter((page) => page !== 'blank.html').flatMap((page) => scriptsOf(folder, page));
    expect(imported.length).toBeGreaterThan(pages.length);
  });
});

describe.each(['newtab.html', 'popup.html'])('%s', (page) => {
  test.each(extensions)('talks to nobody in %s', (folder) => {
    expect(readBuilt(join(folder, page))).toContain('connect-src &#39;none&#39;');
    expect(scriptsOf(folder, page).filter((path) => calls.test(readBuilt(path)))).toEqual([]);
  });
});
