import { readFileSync } from 'node:fs';

/** The flag that makes Chromium write down everything that its network service does, whoever asked for it. */
export const netLogFlag = (file: string): string => `--log-net-log=${file}`;

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; host?: string } }[];
}

/**
 * Every address that the whole browser asked for over the network: pages, workers, extensions and the browser itself.
 * Read it after the browser was closed.
 */
export function requestedAddresses(file: string): string[] {
  const text = readFileSync(file, 'utf8').trim();
  // A browser that was closed in a hurry leaves the list without its end.
  const log = JSON.parse(text.endsWith(']}') ? text : `${text.replace(/,$/, '')}]}`) as NetLog;
  const started = log.constants.logEventTypes['URL_REQUEST_START_JOB'];
  const urls = log.events.filter(({ type }) => type === started).map(({ params }) => params?.url ?? '');
  return [...new Set(urls)].filter((url) => /^(https?|wss?|ftp):/.test(url));
}
