import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

// A page takes only the words it needs: `import words from '@i18n/en.json?areas=face,answer'` answers the keys
// `face.*` and `answer.*` of that language. Its type stands in shared/i18n/areas.d.ts.

const query = '?areas=';

/** Works for `import` and for `import.meta.glob('…/*.json', { query: '?areas=face', import: 'default' })`. */
export function wordAreas(): Plugin {
  return {
    name: 'word-areas',
    enforce: 'pre',
    load: {
      filter: { id: /\.json\?areas=/ },
      async handler(id) {
        const [file = '', rest = ''] = id.split(query);
        const areas = decodeURIComponent(rest).split('&')[0]?.split(',') ?? [];
        this.addWatchFile(file);
        const words = parseWords(await readFile(file, 'utf8'));
        const chosen = Object.entries(words).filter(([key]) => areas.includes(areaOf(key)));
        const empty = areas.filter((area) => !chosen.some(([key]) => areaOf(key) === area));
        if (empty.length > 0) this.error(`${file} has no words in the area ${empty.join(', ')}.`);
        // Vite's own JSON plugin leaves an address with a query alone, so this is a module already.
        return { code: `export default ${JSON.stringify(Object.fromEntries(chosen))};`, moduleType: 'js' };
      },
    },
  };
}

/** What stands before the first dot of `face.next`. */
const areaOf = (key: string) => key.split('.', 1)[0] ?? '';

const parseWords = (text: string) => JSON.parse(text) as Record<string, unknown>;
