import { readdirSync, readFileSync } from 'node:fs';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './chromium.ts';

interface Options {
  /** Folder of a built extension to load. */
  extension?: string;
  /** An IANA name; set for the whole browser, workers and extension pages included. */
  timezone?: string;
  /** Which of Chromium's two IndexedDB implementations a new database gets; the browser's own choice if left out. */
  backend?: 'leveldb' | 'sqlite';
  /** More words for the command line. */
  flags?: readonly string[];
}

/**
 * Starts Chromium on a profile folder. An ordinary Playwright context is a private window: it keeps IndexedDB in
 * memory, loads no extension and cannot be installed. Opening the same folder again shows what survived.
 */
export function openProfile(
  folder: string,
  { extension, timezone, backend, flags = [] }: Options = {},
): Promise<BrowserContext> {
  const args = [...chromiumFlags, ...flags];
  if (extension) args.push(`--disable-extensions-except=${extension}`, `--load-extension=${extension}`);
  if (backend) args.push(`--${backend === 'sqlite' ? 'enable' : 'disable'}-features=IdbSqliteBackingStore`);
  const env = Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => !!pair[1]));
  if (timezone) env['TZ'] = timezone;
  return chromium.launchPersistentContext(folder, { executablePath: chromiumPath, headless: true, args, env });
}

/** `chrome-extension://<id>` of the one extension that was loaded. */
export async function extensionOrigin(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return `chrome-extension://${new URL(worker.url()).host}`;
}

/** Kills the browser that runs on this profile folder, and only that one, the hard way. */
export async function killBrowser(folder: string): Promise<void> {
  const own = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      const words = commandLine(pid);
      return words.includes(`--user-data-dir=${folder}`) && !words.some((word) => word.startsWith('--type='));
    });
  if (!own) throw new Error(`no browser runs on ${folder}`);
  process.kill(Number(own), 'SIGKILL');
  while (commandLine(own).length > 0) await new Promise((done) => setTimeout(done, 10));
}

/** The words of a process's command line; none when it is gone. */
function commandLine(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    return [];
  }
}
