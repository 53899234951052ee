import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('each line that `npm run mutations` breaks is still there to be broken', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/mutations.mjs', '--there'], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
