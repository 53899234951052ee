import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { pageContentSecurityPolicy } from './scripts/content-security-policy.ts';
import { firstLoads } from './scripts/first-loads.ts';
import { wordAreas } from './scripts/word-areas.ts';

// Builds the PWA. The alias, jsx, target and plugin values are shared with wxt.config.ts and vitest.config.ts,
// so that one module resolves and compiles alike everywhere. tsconfig.json repeats the aliases as `paths`.

const root = import.meta.dirname;

export const alias = {
  '@core': resolve(root, 'shared/core'),
  '@ui': resolve(root, 'shared/ui'),
  '@app': resolve(root, 'shared/app'),
  '@i18n': resolve(root, 'shared/i18n'),
};

export const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/** These versions know `light-dark()`; with older ones Lightning CSS rewrites it. */
export const target = ['chrome123', 'firefox140', 'safari17.5'];

export const plugins = [wordAreas()];

/** Every target preloads modules by itself; Vite's stand-in would put a `fetch()` into pages that call nobody. */
export const modulePreload = { polyfill: false };

export default defineConfig({
  root: resolve(root, 'pwa'),
  base: './', // works under any sub-path, because routes live in the hash
  publicDir: 'public', // relative to `root`: pwa/public
  cacheDir: resolve(root, 'node_modules/.vite-pwa'),
  resolve: { alias },
  oxc,
  worker: { format: 'es' },
  // The first sight is one file, and the service worker has all the others at hand: nothing is left to preload.
  build: { outDir: resolve(root, 'dist/pwa'), emptyOutDir: true, target, modulePreload: false },
  plugins: [
    ...plugins,
    pageContentSecurityPolicy(),
    firstLoads('one page', { first: ['/pwa/src/main.ts', '/core/store/ledger.ts', '/pages/today/today-page.tsx'] }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw', // relative to `root`: pwa/sw
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false, // pwa/src registers it with workbox-window
      manifest: false, // pwa/public/manifest.webmanifest is written by hand
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,woff2}'],
        globIgnores: ['screenshots/**'], // shown by the browser when it offers to install, and never by us
      },
    }),
  ],
});
