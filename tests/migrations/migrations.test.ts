import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { typed } from '@core/store/typed-connection.ts';
import { type Migration, migrate, migrations } from '@core/vault/migrations/run.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import type { RawCopy } from '@core/vault/raw-copy.ts';
import { describe, expect, test, vi } from 'vitest';
import { load } from '../support/dump.ts';
import { freshName, must, openRig } from '../support/vault-rig.ts';
import versionOne from './fixtures/0001.json';

const folder = resolve(import.meta.dirname, '../../shared/core/vault/migrations');
const names = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));

describe('migrations', () => {
  test('are numbered from 1 in steps of 1, one file each, and each file is in the list', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
    expect(migrations.map(({ version }) => version)).toEqual(names.map((_, index) => index + 1));
  });

  test('each has a fixture of the database as it was after it', () => {
    const fixtures = readdirSync(resolve(import.meta.dirname, 'fixtures'));
    expect(fixtures).toEqual(names.map((name) => `${name.slice(0, 4)}.json`));
  });

  test('every step after the old version runs, once and in order, and none before it', () => {
    for (let from = 0; from <= migrations.length; from++) {
      const spies = migrations.map((step) => ({ ...step, up: vi.fn<Migration['up']>() }));
      migrate({} as IDBDatabase, {} as IDBTransaction, from, spies);
      expect(spies.map(({ up }) => up.mock.calls.length)).toEqual(
        migrations.map(({ version }) => (version > from ? 1 : 0)),
      );
    }
  });

  test('a list with a gap is refused before anything is changed', () => {
    const step = { version: 2, up: vi.fn() };
    expect(() => migrate({} as IDBDatabase, {} as IDBTransaction, 0, [step])).toThrow();
    expect(step.up).not.toHaveBeenCalled();
  });

  test('version 1 makes the stores and indexes of its fixture', async () => {
    const db = typed(must(await openDatabase({ factory: indexedDB, name: freshName() })));
    const storeNames = [...db.objectStoreNames];
    const transaction = db.transaction(storeNames);
    const made = Object.fromEntries(
      storeNames.map((name) => {
        const { keyPath, indexNames } = transaction.objectStore(name);
        return [name, { keyPath, indexes: [...indexNames] as string[] }];
      }),
    );
    expect(made).toEqual(versionOne.stores);
    db.close();
  });

  test.each(names.map((name) => name.slice(0, 4)))(
    'what was stored under version %s reads the same today, record for record',
    async (number) => {
      const { content, expected, drafts } = (await import(`./fixtures/${number}.json`)).default as Fixture;
      const name = freshName();
      const old = typed(
        must(await openDatabase({ factory: indexedDB, name, steps: migrations.slice(0, Number(number)) })),
      );
      await load(old, content);
      old.close();
      const ledger = await openRig({ name });
      for (const [kind, rows] of Object.entries(expected)) {
        const found = must(await ledger.list(kind)).sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(JSON.parse(JSON.stringify(found))).toEqual(rows);
      }
      expect(must(await ledger.drafts())).toMatchObject(drafts);
      ledger.close();
    },
  );
});

interface Fixture {
  content: RawCopy;
  expected: Record<string, unknown[]>;
  drafts: object[];
}
