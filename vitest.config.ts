import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import './scripts/node-20.mjs';
import { chromiumFlags, chromiumPath } from './tests/support/chromium.ts';
import { alias, oxc, plugins } from './vite.config.ts';

// One project for each place that code runs in. `built` looks at dist/, so `npm run build` comes before it.

const resolve = { alias };

/** A project that runs in a real Chromium; with a profile its IndexedDB is on disk, without one it is in memory. */
const inChromium = (name: string, include: string[], profile?: { folder: string; flags: string[] }) => ({
  plugins,
  resolve,
  oxc,
  test: {
    name,
    include,
    fileParallelism: !profile, // parallel files would make Vitest ignore the profile
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: chromiumPath, args: [...chromiumFlags, ...(profile?.flags ?? [])] },
        persistentContext: profile?.folder ?? false,
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

/** The contract suites on one of Chromium's two IndexedDB implementations, on a fresh profile. */
const onDisk = (backend: 'leveldb' | 'sqlite') =>
  inChromium(`contract-${backend}`, ['tests/contract/**/*.test.ts'], {
    folder: `test-results/vitest-${process.pid}-${backend}`,
    flags: [`--${backend === 'sqlite' ? 'enable' : 'disable'}-features=IdbSqliteBackingStore`],
  });

export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        resolve,
        oxc,
        test: {
          name: 'core',
          include: ['tests/{core,contract,property,migrations}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
      {
        plugins,
        resolve,
        oxc,
        test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], environment: 'node' },
      },
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'], environment: 'node' } },
      {
        plugins: [...plugins, WxtVitest()],
        resolve,
        oxc,
        test: { name: 'extension', include: ['tests/extension/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        plugins,
        resolve,
        oxc,
        test: { name: 'pwa', include: ['tests/pwa/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      inChromium('ui', ['tests/ui/**/*.test.{ts,tsx}']),
      onDisk('leveldb'),
      onDisk('sqlite'),
    ],
    coverage: { provider: 'v8', include: ['shared/**'] },
  },
});
