import { readFileSync } from 'node:fs';

/** The flag that makes Chromium write down everything that its network service does, whoever asked for it. */
export const netLogFlag = (file: string): string => `--log-net-log=${file}`;

interface NetEvent {
  type: number;
  params?: { url?: string };
}

/**
 * Every address that the whole browser asked for over the network: pages, workers, extensions and the browser itself.
 * Read it after the browser was closed.
 */
export function requestedAddresses(file: string): string[] {
  // One line for the constants and one for each event; how it ends depends on how the browser was closed.
  const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const { constants } = JSON.parse(`${first.replace(/,\s*$/, '')}}`) as Constants;
  const started = constants.logEventTypes['URL_REQUEST_START_JOB'];
  const urls = lines
    .filter((line) => line.startsWith('{"'))
    .map((line) => JSON.parse(line.replace(/\]?,?\s*$/, '')) as NetEvent)
    .filter(({ type }) => type === started)
    .map(({ params }) => params?.url ?? '');
  return [...new Set(urls)].filter((url) => /^(https?|wss?|ftp):/.test(url));
}

interface Constants {
  constants: { logEventTypes: Record<string, number> };
}
