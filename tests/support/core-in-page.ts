import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { alias } from '../../vite.config.ts';
import type * as pageCore from './page-core.ts';

let code: Promise<string> | undefined;

/**
 * Puts the real core of the product into a page of the extension or of the web app, as `globalThis.core`, so that a
 * test can write and read there exactly as the product does, a hundred thousand times if need be.
 */
export async function putCoreInto(page: Page): Promise<void> {
  code ??= bundle();
  await page.evaluate(`${await code}; globalThis.core = core;`);
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'page-core.ts'), formats: ['iife'], name: 'core' },
    },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk || !('code' in chunk)) throw new Error('the core was not bundled');
  return chunk.code;
}

declare global {
  var core: typeof pageCore;
}
