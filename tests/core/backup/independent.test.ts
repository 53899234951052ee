import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reveal } from '@core/kernel/redacted.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, fileOf, newCode, smallRecord, verdict } from '../../support/backups.ts';

// P5: "You can open it without us." Debian's `age` and `gunzip` are somebody else's programs.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-backup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string) => join(folder, name);
const run = (command: string, args: readonly string[], input?: Buffer) =>
  execFileSync(command, args, { ...(input && { input }), maxBuffer: 1e8 });

test('age and gunzip open a backup with the identity of the recovery code, and sha256sum agrees with its last line', async () => {
  const code = await newCode();
  const made = await backUp(await smallRecord(), code);
  writeFileSync(place('backup.age'), made.bytes);
  writeFileSync(place('key.txt'), `${reveal(code.identity)}\n`);
  const text = run('gunzip', [], run('age', ['-d', '-i', place('key.txt'), place('backup.age')])).toString();
  const lines = text.trimEnd().split('\n');
  const [head, ...rest] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(head).toMatchObject({ format: 'kept-backup', v: 1, schema: 1, day: '2026-11-23', rows: 7 });
  expect(rest.slice(0, -1).map(({ id }) => id)).toEqual(
    rest
      .slice(0, -1)
      .map(({ id }) => id)
      .sort(),
  );
  expect(text).toContain('told her at noon');
  const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  const digest = createHash('sha256').update(body).digest('base64url');
  expect(rest.at(-1)).toEqual({ end: true, rows: 7, digest });
  expect(made.digest).toBe(digest);
});

test('a file that was opened and closed again with age is still a backup', async () => {
  const code = await newCode();
  const made = await backUp(await smallRecord(), code);
  writeFileSync(place('in.age'), made.bytes);
  writeFileSync(place('in.txt'), `${reveal(code.identity)}\n`);
  const plain = run('age', ['-d', '-i', place('in.txt'), place('in.age')]);
  const again = run('age', ['-r', code.recipient], plain);
  expect(await verdict(again, code.key)).toBe('opened');
  writeFileSync(place('again.age'), again);
  expect(await verdict(fileOf(readFileSync(place('again.age'))), code.key)).toBe('opened');
});

test('age knows the identity and the recipient of a code as two halves of one key', async () => {
  const code = await newCode();
  expect(
    run('age-keygen', ['-y'], Buffer.from(`${reveal(code.identity)}\n`))
      .toString()
      .trim(),
  ).toBe(code.recipient);
});
