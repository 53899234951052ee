import type { BackupNote } from '@core/backup/state.ts';
import { changeBackupState, readBackupState } from '@core/backup/state.ts';
import type { Ledger } from '@core/store/ledger.ts';
import type { Sealed } from '@core/vault/schema.ts';
import { parseTestimony } from '@core/vault/witness.ts';
import { expect, test } from 'vitest';
import { newCode } from '../../support/backups.ts';
import { monday, won } from '../../support/records.ts';
import { freshName, memoryWitness, must, openRig } from '../../support/vault-rig.ts';

const note: BackupNote = { at: 1, day: monday, seq: 1, file: 'x', how: 'folder' };
const read = async (ledger: Ledger) => must(await ledger.withVault(readBackupState));
const change = async (
  ledger: Ledger,
  ...given: Parameters<typeof changeBackupState> extends [unknown, infer Change] ? [Change] : never
) => must(await ledger.withVault((vault) => changeBackupState(vault, ...given)));

test('what is noted about backups is there again in another tab, and lies sealed on the disk', async () => {
  const shared = { name: freshName(), witness: memoryWitness() };
  const [tab, otherTab] = [await openRig(shared), await openRig(shared)];
  const { recipient } = await newCode();
  expect(await read(tab)).toEqual({ written: [] });
  await change(tab, (state) => ({ ...state, recipient }));
  await change(otherTab, (state) => ({ ...state, last: note, written: ['backup-2026-11-23.age'] }));
  expect(await read(tab)).toEqual({ recipient, last: note, written: ['backup-2026-11-23.age'] });
  const stored = must(await tab.withVault(({ connection }) => connection.use((db) => db.get('meta', 'backup'))));
  expect(Object.keys(stored as Sealed).sort()).toEqual(['box', 'nonce']);
});

test('the witness learns of a good backup and keeps that when the record goes on', async () => {
  const witness = memoryWitness();
  const ledger = await openRig({ witness });
  must(await ledger.commit(won('w1', 'followedThrough', monday)));
  await change(ledger, (state) => ({ ...state, unchecked: note }));
  expect(witness.testimony?.backup).toBeUndefined();
  await change(ledger, (state) => ({ ...state, last: note }));
  must(await ledger.commit(won('w2', 'followedThrough', monday)));
  await expect.poll(() => witness.testimony).toMatchObject({ seq: 2, backup: { day: monday, seq: 1 } });
  expect(parseTestimony(JSON.parse(JSON.stringify(witness.testimony)))).toEqual(witness.testimony);
});

test('a testimony whose backup makes no sense is still a testimony', () => {
  const sound = { vault: 'v', seq: 3, hash: 'h' };
  for (const backup of [7, {}, { day: 'soon', seq: 1 }, { day: monday, seq: 1.5 }]) {
    expect(parseTestimony({ ...sound, backup })).toEqual(sound);
  }
});
