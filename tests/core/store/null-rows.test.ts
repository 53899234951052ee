// Chromium gives `null` for a row whose bytes on the disk are damaged, and its key as ever.

import { ok } from '@core/kernel/result.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp, newCode, open, smallRecord } from '../../support/backups.ts';
import { must } from '../../support/vault-rig.ts';

const { get, getAll } = IDBObjectStore.prototype;

/** From here on the storage has only the key of `w1`. */
function damage(): void {
  const seen = <Value>(store: IDBObjectStore, request: IDBRequest<Value>, change: (value: Value) => Value) => {
    if (store.name !== 'rows') return request;
    let result: Value | undefined;
    const set = (value: Value) => {
      result = value && change(value);
    };
    return Object.defineProperty(request, 'result', { get: () => result, set });
  };
  const isW1 = (row: unknown) => Object(row).id === 'w1';
  IDBObjectStore.prototype.get = function (...args) {
    return seen(this, get.apply(this, args), (row) => (isW1(row) ? null : row));
  };
  IDBObjectStore.prototype.getAll = function (...args) {
    return seen(this, getAll.apply(this, args), (rows) => rows.map((row) => (isW1(row) ? null : row)));
  };
}

beforeEach(damage);
afterEach(() => {
  Object.assign(IDBObjectStore.prototype, { get, getAll });
});

test('a backup says that one could not be read, and holds all the others', async () => {
  const code = await newCode();
  const made = await backUp(await smallRecord(), code);
  expect(made.unread).toBe(1);
  const opened = await open(made.bytes, code.key);
  expect(opened.rows).toHaveLength(6);
  expect(opened.rows.map(({ id }) => id)).not.toContain('w1');
});

test('an export counts it among what is there and cannot be read', async () => {
  const whole = must(await (await smallRecord()).whole());
  const { rows, damaged } = must(await whole.rows());
  expect(damaged).toBe(1);
  expect(rows.map(({ id }) => id)).not.toContain('w1');
  expect(rows.length).toBeGreaterThan(0);
});

test('an import takes its place for one that is taken, and writes over nothing', async () => {
  const whole = must(await (await smallRecord()).whole());
  const asked = [
    { kind: 'win', row: { id: 'w1' } },
    { kind: 'win', row: { id: 'none' } },
  ];
  expect(must(await whole.find(asked)).map(({ state }) => state)).toEqual(['taken', 'free']);
});

test('one record that is asked for is none', async () => {
  const ledger = await smallRecord();
  expect(await ledger.get('w1')).toEqual(ok(undefined));
});
