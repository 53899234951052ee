import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The language files of `folder`: `en.json`, `pt-BR.json`, and so on. Other JSON may lie beside them. */
export const languageFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /^[a-z]{2,3}(-\w+)?\.json$/.test(name))
    .sort()
    .map((name) => ({ path: join(folder, name), language: basename(name, '.json') }));
