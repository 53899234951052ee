import { typed } from '@core/store/typed-connection.ts';
import type { Migration } from '@core/vault/migrations/run.ts';
import { migrations } from '@core/vault/migrations/run.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import { rawCopy } from '@core/vault/raw-copy.ts';
import { expect, test } from 'vitest';
import { load } from '../../support/dump.ts';
import { freshName, memoryWitness, must, openRig } from '../../support/vault-rig.ts';

const win = { kind: 'win', row: { id: 'a' }, set: { day: '2026-11-23', of: 'onTime', note: 'ő 🎉' } };

test('a copy of everything, put into an empty database, is the same ledger', async () => {
  const name = freshName();
  const ledger = await openRig({ name });
  must(await ledger.commit([win]));
  const text = JSON.stringify(must(await rawCopy(indexedDB, name)));
  ledger.close();

  const other = freshName();
  const db = typed(must(await openDatabase({ factory: indexedDB, name: other })));
  await load(db, JSON.parse(text));
  db.close();
  const again = await openRig({ name: other, witness: memoryWitness() });
  expect(must(await again.list('win')).map(({ fields }) => fields['note'])).toEqual(['ő 🎉']);
  must(await again.commit([win]));
  again.close();
});

test('data of a newer version can be copied, and stays in its version', async () => {
  const name = freshName();
  const newer: Migration = { version: migrations.length + 1, up: (db) => void db.createObjectStore('more') };
  const db = typed(must(await openDatabase({ factory: indexedDB, name, steps: [...migrations, newer] })));
  await db.put('meta', { seq: 3, hash: 'x' }, 'head');
  db.close();
  expect(must(await rawCopy(indexedDB, name))['meta']).toEqual([{ key: 'head', value: { seq: 3, hash: 'x' } }]);
  const again = typed(must(await openDatabase({ factory: indexedDB, name, steps: [...migrations, newer] })));
  expect(again.version).toBe(migrations.length + 1);
  again.close();
});

test('looking for a copy where there is no database makes none', async () => {
  const name = freshName();
  expect(await rawCopy(indexedDB, name)).toEqual({ ok: false, error: { type: 'gone' } });
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
});

test('where storage is denied there is nothing to copy', async () => {
  expect(await rawCopy(undefined)).toEqual({ ok: false, error: { type: 'denied' } });
});
