import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { extensionPolicy, silentPages } from './scripts/content-security-policy.ts';
import { firstLoads } from './scripts/first-loads.ts';
import { languageFiles } from './scripts/languages.ts';
import { alias, modulePreload, oxc, plugins, target } from './vite.config.ts';

// Builds the extension for Chromium and for Firefox. tests/architecture/golden pins the manifests that come out.

const root = import.meta.dirname;
const iconSizes = [128, 96, 48, 32, 16];

export default defineConfig({
  srcDir: 'extension', // relative to the root
  entrypointsDir: 'entrypoints', // relative to srcDir
  publicDir: 'extension/public', // relative to the root, not to srcDir
  modulesDir: 'extension/modules', // relative to the root
  outDir: 'dist/extension', // dist/extension/{chrome,firefox}-mv3[-dev]
  imports: false, // nothing is imported by magic
  manifestVersion: 3, // Firefox would get version 2 otherwise
  alias,
  modules: ['@wxt-dev/auto-icons'],
  // Relative to srcDir. The PWA's icons are drawn from the same file: scripts/icons.mjs.
  autoIcons: { baseIconPath: '../shared/ui/icon.svg', sizes: iconSizes, developmentIndicator: false },
  vite: () => ({
    oxc,
    worker: { format: 'es' },
    build: { target, modulePreload },
    plugins: [
      ...plugins,
      silentPages('newtab', 'popup'),
      firstLoads('several pages', {
        face: ['/newtab/main.ts', 'wxt-html-plugins', 'vite/preload-helper.js'],
        popup: ['/popup/live.tsx'],
        journal: ['/journal/main.ts', '/core/store/ledger.ts', '/pages/today/today-page.tsx'],
      }),
    ],
  }),
  hooks: {
    // The manifest strings of each language; pages read the same JSON through shared/i18n.
    'build:publicAssets': (_wxt, files) => {
      for (const { path, language } of languageFiles(resolve(root, 'shared/i18n'))) {
        const words = parseWords(readFileSync(path, 'utf8'));
        const messages = Object.fromEntries(
          ['extensionName', 'extensionDescription', 'commandLock'].map((key) => [key, { message: words[key] }]),
        );
        files.push({
          contents: JSON.stringify(messages),
          relativeDest: `_locales/${language.replace('-', '_')}/messages.json`,
        });
      }
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      const action = manifest.action;
      if (action) action.default_icon = Object.fromEntries([16, 32, 48].map((size) => [size, `icons/${size}.png`]));
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms'],
    incognito: 'not_allowed',
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      lock: { description: '__MSG_commandLock__' }, // no key of its own: whoever wants one chooses it
    },
    // The development server needs its socket and inline styles.
    ...(command === 'build' ? { content_security_policy: { extension_pages: extensionPolicy } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'kept@example.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          minimum_chrome_version: '123',
          externally_connectable: { ids: [] }, // without this every other extension may message ours
        }),
  }),
  zip: {
    name: 'kept',
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    excludeSources: ['dist/**', 'coverage/**', 'test-results/**', 'playwright-report/**', 'pwa/public/icons/**'],
  },
});

const parseWords = (text: string) => JSON.parse(text) as Record<string, string>;
