import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupHead, formatVersion } from '@core/backup/format.ts';
import { recoveryIdentity } from '@core/backup/identity.ts';
import { type PackedRow, packRow } from '@core/merge/stamped-row.ts';
import { parseRecoveryCode } from '@core/vault/recovery-code.ts';
import { expect, test } from 'vitest';
import { backUp, newCode, open } from '../../support/backups.ts';
import { must, openRig } from '../../support/vault-rig.ts';

// A backup that was once made can always be restored: one file for each format that was released (F17, F41).

interface Expected {
  readonly code: string;
  readonly head: BackupHead;
  readonly rows: readonly ({ readonly id: string } & PackedRow)[];
}

const folder = join(import.meta.dirname, 'fixtures');
const numbers = readdirSync(folder)
  .filter((name) => name.endsWith('.age'))
  .map((name) => name.slice(0, -'.age'.length));
const spelled = (rows: Awaited<ReturnType<typeof open>>['rows']): unknown =>
  JSON.parse(JSON.stringify(rows.map((row) => ({ id: row.id, ...packRow(row) }))));

test('each released format has its file', () => {
  expect(numbers).toEqual(Array.from({ length: formatVersion }, (_, index) => String(index + 1).padStart(4, '0')));
});

test.each(numbers)('a backup of format %s opens with its code and is restored record for record', async (number) => {
  const expected = JSON.parse(readFileSync(join(folder, `${number}.json`), 'utf8')) as Expected;
  const secret = must(await parseRecoveryCode(expected.code));
  const backup = await open(readFileSync(join(folder, `${number}.age`)), { identity: await recoveryIdentity(secret) });
  expect(backup.head).toEqual(expected.head);
  expect(spelled(backup.rows)).toEqual(expected.rows);

  const ledger = await openRig();
  must(await ledger.takeIn(backup.rows, { naming: backup.head.naming }));
  const code = await newCode();
  expect(spelled((await open((await backUp(ledger, code)).bytes, code.key)).rows)).toEqual(expected.rows);
  expect(must(await ledger.today()).settings).toMatchObject({ eveningHour: 19, started: true });
});
