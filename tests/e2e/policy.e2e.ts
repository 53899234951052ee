import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { extensionOrigin, openProfile } from '../support/profile.ts';

// A16: what the pages' policy refuses, tried by a script of the page itself, in a copy of what is built.

const dist = resolve(import.meta.dirname, '../../dist');
const probe = resolve(import.meta.dirname, '../support/probes/probe.js');

/** Attempts that a policy must refuse; fewer in the list of the page means that the probe stopped half-way. */
const attempts = 26;

for (const page of ['newtab.html', 'popup.html', 'journal.html']) {
  test(`A16: ${page} of the extension runs no foreign code and reaches no other host`, async () => {
    const elsewhere = await listen();
    const folder = test.info().outputPath('extension');
    plant(join(dist, 'extension/chrome-mv3'), folder, page, elsewhere.address);
    const context = await openProfile(test.info().outputPath('profile'), { extension: folder });
    const tab = await context.newPage();
    await tab.goto(`${await extensionOrigin(context)}/${page}`);
    await expectRefused(tab, elsewhere);
    await context.close();
  });
}

test('A16: the web app runs no foreign code and reaches no other host', async ({ page }) => {
  const elsewhere = await listen();
  const folder = test.info().outputPath('pwa');
  plant(join(dist, 'pwa'), folder, 'index.html', elsewhere.address);
  const host = await serve(folder);
  await page.goto(host.address);
  await expectRefused(page, elsewhere);
  host.close();
});

test('A16: the probe sees what a page without a policy allows', async ({ page }) => {
  const elsewhere = await listen();
  const folder = test.info().outputPath('open');
  plant(join(dist, 'pwa'), folder, 'index.html', elsewhere.address);
  const path = join(folder, 'index.html');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  const host = await serve(folder);
  await page.goto(host.address);
  const ended = await probed(page);
  const refused = Object.entries(ended).filter(([, end]) => end.startsWith('refused'));
  // The other host takes no socket, and no browser starts a worker from another origin.
  expect(refused.map(([name]) => name).sort()).toEqual(['socket', 'worker from elsewhere']);
  expect(elsewhere.asked.length).toBeGreaterThan(5);
  host.close();
  elsewhere.close();
});

async function expectRefused(page: Page, elsewhere: Listening & { asked: string[] }): Promise<void> {
  const ended = await probed(page);
  expect(Object.entries(ended).filter(([, end]) => !end.startsWith('refused'))).toEqual([]);
  expect(Object.keys(ended)).toHaveLength(attempts);
  expect(elsewhere.asked).toEqual([]);
  elsewhere.close();
}

async function probed(page: Page): Promise<Record<string, string>> {
  // By polling: waiting for a function inside the page would need the eval that its policy refuses.
  await expect.poll(() => page.evaluate(() => 'probed' in globalThis), { timeout: 10_000 }).toBe(true);
  return page.evaluate(() => Reflect.get(globalThis, 'probed') as Record<string, string>);
}

/** A copy of a build in which one page carries the probe, an inline script and an inline handler. */
function plant(from: string, to: string, page: string, elsewhere: string): void {
  cpSync(from, to, { recursive: true });
  cpSync(probe, join(to, 'probe.js'));
  const path = join(to, page);
  const planted = `<script>globalThis.pwnedInline = 1</script>
    <img src="/icons/none.png" alt="" onerror="globalThis.pwnedHandler = 1">
    <script type="module" src="/probe.js" data-elsewhere="${elsewhere}"></script></body>`;
  writeFileSync(path, readFileSync(path, 'utf8').replace('</body>', planted));
}

interface Listening {
  readonly address: string;
  close(): void;
}

/** Another host, which writes down what is asked of it. */
async function listen(): Promise<Listening & { asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '');
    socket.destroy();
  });
  return { asked, ...(await started(server)) };
}

async function serve(folder: string): Promise<Listening> {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  return started(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://host');
      const name = pathname === '/' ? 'index.html' : pathname.slice(1);
      try {
        response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream');
        response.end(readFileSync(join(folder, name)));
      } catch {
        response.writeHead(404).end();
      }
    }),
  );
}

async function started(server: Server): Promise<Listening> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
