// Which component each page is. A page is fetched when it is first gone to; the first paint carries none but Today.

import type { ComponentType } from 'preact';
import type { PageName } from './router.ts';

export const pageLoaders: Readonly<Record<PageName, () => Promise<ComponentType>>> = {
  today: async () => (await import('./pages/today/today-page.tsx')).TodayPage,
  'today/win': async () => (await import('./pages/today/today-page.tsx')).TodayPage,
  promises: async () => (await import('./pages/promises/promises-page.tsx')).PromisesPage,
  'promises/new': async () => (await import('./pages/promises/starters-page.tsx')).StartersPage,
  'promises/edit': async () => (await import('./pages/promises/edit-page.tsx')).EditPage,
  'promises/one': async () => (await import('./pages/promises/one-page.tsx')).OnePage,
  'promises/pause': async () => (await import('./pages/promises/one-page.tsx')).OnePage,
  'promises/again': async () => (await import('./pages/promises/one-page.tsx')).OnePage,
  wins: async () => (await import('./pages/wins/wins-page.tsx')).WinsPage,
  'wins/add': async () => (await import('./pages/wins/win-form.tsx')).WinForm,
  'wins/notice': async () => (await import('./pages/wins/appreciation-form.tsx')).AppreciationForm,
  journal: async () => (await import('./pages/journal/journal-page.tsx')).JournalPage,
  'journal/write': async () => (await import('./pages/journal/write-page.tsx')).WritePage,
  'journal/entry': async () => (await import('./pages/journal/entry-page.tsx')).EntryPage,
  settings: async () => (await import('./pages/settings/settings-page.tsx')).SettingsPage,
  'settings/export': async () => (await import('./pages/exchange/export-page.tsx')).ExportPage,
  'settings/import': async () => (await import('./pages/exchange/import-page.tsx')).ImportPage,
  'settings/backup': async () => (await import('./pages/backup/backup-page.tsx')).BackupPage,
  'settings/code': async () => (await import('./pages/backup/code-page.tsx')).CodePage,
  'settings/restore': async () => (await import('./pages/backup/restore-page.tsx')).RestorePage,
  lock: async () => (await import('./pages/lock/lock-page.tsx')).LockPage,
  erase: async () => (await import('./pages/lock/erase-page.tsx')).ErasePage,
  start: async () => (await import('./pages/start/start-page.tsx')).StartPage,
  before: async () => (await import('./pages/start/before-page.tsx')).BeforePage,
  help: async () => (await import('./pages/help/help-page.tsx')).HelpPage,
};
