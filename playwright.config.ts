import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './tests/support/chromium.ts';

const origin = 'http://127.0.0.1:4173';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/playwright',
  workers: 1,
  timeout: 30_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  projects: [
    { name: 'e2e', testMatch: '**/{e2e,faults}/**/*.e2e.ts' },
    { name: 'bench', testMatch: '**/bench/**/*.bench.ts', timeout: 600_000 },
    { name: 'long', testMatch: '**/*.long.ts', timeout: 3_600_000 },
    { name: 'screenshots', testMatch: '**/*.shots.ts', timeout: 300_000 },
  ],
  // The built PWA, never the development server: `npm run build` comes first.
  webServer: {
    command: 'vite preview --port 4173 --strictPort --host 127.0.0.1',
    url: `${origin}/`,
    reuseExistingServer: false,
  },
  use: { baseURL: origin, launchOptions: { executablePath: chromiumPath, args: chromiumFlags } },
});
