import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { extensionOrigin, openProfile } from '../support/profile.ts';

// Others who share the browser: another extension, and a page of another site. Neither reaches ours.

const built = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

interface Runtime {
  id?: string;
  lastError?: { message?: string };
  sendMessage(to: string, message: unknown, heard: () => void): void;
  connect(to: string): { onDisconnect: { addListener(heard: () => void): void } };
}

test('A12: another extension finds nobody who takes its messages', async () => {
  const folder = test.info().outputPath('stranger');
  mkdirSync(folder, { recursive: true });
  const manifest = { manifest_version: 3, name: 'Stranger', version: '1', icons: {} };
  writeFileSync(resolve(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(resolve(folder, 'page.html'), '<!doctype html><title>Stranger</title>');
  const context = await openProfile(test.info().outputPath('profile'), { extension: `${built},${folder}` });
  const ours = new URL(await extensionOrigin(context)).host;
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  const ids = await settings.evaluate(async () => {
    const { developerPrivate } = Reflect.get(globalThis, 'chrome') as never as {
      developerPrivate: { getExtensionsInfo(): Promise<{ id: string; name: string }[]> };
    };
    return developerPrivate.getExtensionsInfo();
  });
  const stranger = ids.find(({ name }) => name === 'Stranger')?.id;

  const page = await context.newPage();
  await page.goto(`chrome-extension://${stranger}/page.html`);
  const heard = await page.evaluate(async (to) => {
    const { runtime } = Reflect.get(globalThis, 'chrome') as { runtime: Runtime };
    const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;
    const messages = [
      ...['ping', 7, null, true, [], {}, deep, 'x'.repeat(1_000_000)],
      ...['today', 'read', 'list', 'commit', 'drafts', 'saveDraft', 'unlock', 'key', 'export', 'erase', 'reload'].map(
        (type) => ({ type, kind: type, action: type, edits: [], draft: {} }),
      ),
    ];
    const sent = messages.map(
      (message) =>
        new Promise<string>((done) => {
          const giveUp = setTimeout(() => done('no answer'), 3000);
          runtime.sendMessage(to, message, () => {
            clearTimeout(giveUp);
            done(runtime.lastError?.message ?? 'it was answered');
          });
        }),
    );
    const connected = new Promise<string>((done) => {
      runtime.connect(to).onDisconnect.addListener(() => done(runtime.lastError?.message ?? 'it was let in'));
    });
    return [...new Set(await Promise.all([...sent, connected]))];
  }, ours);
  expect(heard).toEqual(['Could not establish connection. Receiving end does not exist.']);
  await context.close();
});

test('A13: a page of another site cannot frame, fetch, open or call ours, and cannot tell that it is there', async ({
  baseURL,
}) => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Next door</title>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const context = await openProfile(test.info().outputPath('profile'), { extension: built });
  const origin = await extensionOrigin(context);
  const absent = origin.replace(/[a-p]{32}/, 'a'.repeat(32));

  for (const site of [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`, `${baseURL}/robots.txt`]) {
    const page = await context.newPage();
    await page.goto(site);
    const opened: string[] = [];
    page.on('popup', (popup) => {
      opened.push(popup.url());
      popup.on('framenavigated', (frame) => opened.push(frame.url()));
    });
    const probe = (target: string) => page.evaluate(tryAll, target);
    const found = await probe(origin);
    expect(found, site).toEqual({ fetched: 0, loaded: 0, opened: 'closed to it', runtime: 'none' });
    expect(found, 'an extension that is not there answers the same').toEqual(await probe(absent));
    const shown = page.frames().map((frame) => frame.url());
    expect(shown.filter((url) => url.startsWith('chrome-extension:'))).toEqual([]);
    expect(opened.length, 'windows that the page tried to open').toBeGreaterThan(0);
    expect(opened.filter((url) => url.startsWith(origin))).toEqual([]);
    await page.close();
  }
  await context.close();
  server.close();
});

/** Everything that a web page can try. Runs in the page. */
async function tryAll(target: string) {
  const files = ['newtab.html', 'popup.html', 'journal.html', 'blank.html', 'manifest.json', 'icons/16.png'];
  const addresses = [...files, 'background.js'].map((file) => `${target}/${file}`);
  const fetches = addresses.map((address) => fetch(address, { mode: 'no-cors' }).then(Boolean, () => false));
  const loads = addresses.flatMap((address) =>
    (['img', 'script', 'link'] as const).map(
      (name) =>
        new Promise<boolean>((done) => {
          const element = document.createElement(name);
          element.onload = () => done(true);
          element.onerror = () => done(false);
          if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: address });
          else element.src = address;
          document.head.append(element);
        }),
    ),
  );
  for (const address of addresses) {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.documentElement.append(frame);
  }
  const opened = window.open(`${target}/journal.html`);
  await new Promise((done) => setTimeout(done, 300));
  let reach = 'closed to it';
  try {
    if (opened?.document.body.childElementCount) reach = 'readable';
  } catch {
    // Another origin: it cannot be read.
  }
  opened?.close();
  const { runtime } = (Reflect.get(globalThis, 'chrome') ?? {}) as { runtime?: object };
  const count = (answers: boolean[]) => answers.filter(Boolean).length;
  return {
    fetched: count(await Promise.all(fetches)),
    loaded: count(await Promise.all(loads)),
    opened: reach,
    runtime: runtime ? 'there' : 'none',
  };
}
