import type { Plugin } from 'vite';

// What a page fetches on its way to the first sight goes into as few files as possible. Split by who shares what, the
// PWA fetched 20 files and 44 KB to show Today; in one file the same code is 39 KB, because it compresses together.

/**
 * One chunk for each group, named by its key: everything that the listed modules (ends of their ids) import
 * statically. A module that several groups reach belongs to the first of them. Where a build has several pages, a
 * module of only one of them stays with that page, so that no page runs another one's start.
 */
export function firstLoads(
  pages: 'one page' | 'several pages',
  groups: Readonly<Record<string, readonly string[]>>,
): Plugin {
  const several = pages === 'several pages';
  const reached = new Map<string, Set<string>>();
  return {
    name: 'first-loads',
    apply: 'build',
    buildEnd() {
      const importsOf = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
      const all = [...this.getModuleIds()];
      for (const [name, ends] of Object.entries(groups)) {
        reached.set(
          name,
          closureOf(
            all.filter((id) => ends.some((end) => id.endsWith(end))),
            importsOf,
          ),
        );
      }
    },
    outputOptions(options) {
      if (options.format === 'iife') return undefined; // the background is one file already
      const names = Object.keys(groups);
      const chunks = names.map((name, index) => ({
        name,
        test: (id: string) => reached.get(name)?.has(id) ?? false,
        minShareCount: several ? 2 : 1,
        includeDependenciesRecursively: !several,
        priority: names.length - index,
      }));
      return { ...options, codeSplitting: { groups: chunks } };
    },
  };
}

function closureOf(roots: readonly string[], importsOf: (id: string) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    // A style sheet in a group would make each page that links it fetch the group's script too.
    if (seen.has(id) || id.endsWith('.css')) continue;
    seen.add(id);
    queue.push(...importsOf(id));
  }
  return seen;
}
