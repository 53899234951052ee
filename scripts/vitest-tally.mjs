// A Vitest reporter that counts the tests of every project, so that a project which found none is seen.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const tallyPath = 'test-results/vitest.json';

export default class Tally {
  onInit(vitest) {
    this.names = vitest.projects.map((project) => project.name);
  }

  onTestRunEnd(modules, errors) {
    const tally = Object.fromEntries(this.names.map((name) => [name, { passed: 0, failed: 0, skipped: 0 }]));
    for (const module of modules) {
      const counts = tally[module.project.name];
      // A file that breaks before its first test has none to count, but it failed.
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1;
      }
    }
    mkdirSync(dirname(tallyPath), { recursive: true });
    writeFileSync(tallyPath, JSON.stringify({ projects: tally, errors: errors.length }, null, 2));
  }
}
