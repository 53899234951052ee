import { typed } from '@core/store/typed-connection.ts';
import { createConnection } from '@core/vault/connection.ts';
import { faultOf } from '@core/vault/fault.ts';
import type { Migration } from '@core/vault/migrations/run.ts';
import { openDatabase } from '@core/vault/open-database.ts';
import { deleteDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { freshName, must } from '../../support/vault-rig.ts';

const first: Migration = { version: 1, up: (db) => void db.createObjectStore('meta') };
const second: Migration = { version: 2, up: (db) => void db.createObjectStore('more') };

const open = (name: string, steps: Migration[], more = {}) =>
  openDatabase({ factory: indexedDB, name, steps, ...more });

describe('opening the database', () => {
  test('says that storage is denied where there is none', async () => {
    expect(await openDatabase({ factory: undefined })).toEqual({ ok: false, error: { type: 'denied' } });
  });

  test.each([
    ['SecurityError', 'denied'],
    ['InvalidStateError', 'denied'],
  ])('says that storage is denied when open() throws %s', async (name, type) => {
    const factory = {
      open() {
        throw new DOMException('no', name);
      },
    } as unknown as IDBFactory;
    expect(await openDatabase({ factory })).toEqual({ ok: false, error: { type } });
  });

  test('says after its patience that the storage is silent, and wipes nothing', async () => {
    const factory = { open: () => ({}), deleteDatabase: vi.fn() } as unknown as IDBFactory;
    expect(await openDatabase({ factory, patience: 20 })).toEqual({ ok: false, error: { type: 'silent' } });
    expect(factory.deleteDatabase).not.toHaveBeenCalled();
  });

  test('closes a connection that comes after it was given up', async () => {
    const late = { close: vi.fn() };
    const request: { result: unknown; onsuccess?: () => void } = { result: late };
    const factory = { open: () => request } as unknown as IDBFactory;
    await openDatabase({ factory, patience: 5 });
    request.onsuccess?.();
    expect(late.close).toHaveBeenCalled();
  });

  test('refuses data of a newer version and leaves it as it is', async () => {
    const name = freshName();
    must(await open(name, [first, second])).close();
    expect(await open(name, [first])).toEqual({ ok: false, error: { type: 'newer' } });
    const again = must(await open(name, [first, second]));
    expect([...again.objectStoreNames] as string[]).toEqual(['meta', 'more']);
    again.close();
  });

  test('leaves the old version whole when a step throws', async () => {
    const name = freshName();
    const old = must(await open(name, [first]));
    await typed(old).put('meta', { seq: 1, hash: 'x' }, 'head');
    old.close();
    const broken: Migration = {
      version: 2,
      up(db) {
        db.createObjectStore('half');
        throw new Error('half-way');
      },
    };
    expect(await open(name, [first, broken])).toEqual({ ok: false, error: { type: 'upgrade' } });
    const again = must(await open(name, [first]));
    expect(again.version).toBe(1);
    expect(await typed(again).get('meta', 'head')).toEqual({ seq: 1, hash: 'x' });
    again.close();
  });

  test('says that the disk is full when an upgrade runs out of space', async () => {
    const full: Migration = {
      version: 1,
      up() {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    };
    expect(await open(freshName(), [full])).toEqual({ ok: false, error: { type: 'full' } });
  });

  test('an old page flushes its drafts, gives way, and the new one goes on by itself', async () => {
    const name = freshName();
    const order: string[] = [];
    must(await open(name, [first], { onReplaced: async () => void order.push('flushed') }));
    const upgraded = must(await open(name, [first, second]));
    order.push('opened');
    expect(order).toEqual(['flushed', 'opened']);
    upgraded.close();
  });

  test('tells when an older page holds on, and opens once that page is closed', async () => {
    const name = freshName();
    const holder = must(await open(name, [first]));
    holder.onversionchange = null; // as a page of a build that had no handler
    const blocked = vi.fn(() => setTimeout(() => holder.close(), 20));
    const upgraded = must(await open(name, [first, second], { onBlocked: blocked, patience: 10 }));
    expect(blocked).toHaveBeenCalledOnce();
    upgraded.close();
  });
});

describe('a connection', () => {
  test('that dies is opened anew and the work is repeated once', async () => {
    const name = freshName();
    const connection = createConnection({ place: async () => globalThis, name });
    const work = vi.fn(async (db: IDBDatabase): Promise<number> => {
      if (work.mock.calls.length === 1) throw new DOMException('Connection lost', 'UnknownError');
      return await typed(db).count('rows');
    });
    expect(await connection.use(work)).toEqual({ ok: true, value: 0 });
    expect(work).toHaveBeenCalledTimes(2);
    expect(work.mock.calls[0]?.[0]).not.toBe(work.mock.calls[1]?.[0]);
    connection.close();
  });

  test('that stays dead is reported as lost after few tries', async () => {
    const connection = createConnection({ place: async () => globalThis, name: freshName() });
    const work = vi.fn(async () => {
      throw new DOMException('Connection lost', 'InvalidStateError');
    });
    expect(await connection.use(work)).toEqual({ ok: false, error: { type: 'lost' } });
    expect(work).toHaveBeenCalledTimes(2);
    connection.close();
  });

  test('on a full disk is dropped and not retried, and works again when there is room', async () => {
    const name = freshName();
    const connection = createConnection({ place: async () => globalThis, name });
    const work = vi.fn(async () => {
      throw new DOMException('FILE_ERROR_NO_SPACE', 'UnknownError');
    });
    expect(await connection.use(work)).toEqual({ ok: false, error: { type: 'full' } });
    expect(work).toHaveBeenCalledTimes(1);
    expect(await connection.use((db) => typed(db).count('rows'))).toEqual({ ok: true, value: 0 });
    connection.close();
  });

  test('never takes another place for one that is refused, and says what is wrong with it', async () => {
    const refusals: [string, string][] = [
      ['SecurityError', 'denied'],
      ['QuotaExceededError', 'full'],
      ['UnknownError', 'lost'],
    ];
    for (const [name, type] of refusals) {
      const place = vi.fn(() => Promise.reject(new DOMException('no', name)));
      const connection = createConnection({ place, name: freshName() });
      expect(await connection.use(async () => 1)).toEqual({ ok: false, error: { type } });
      expect(place.mock.calls.length).toBeLessThanOrEqual(4);
    }
  });

  test('says that the storage is silent when its place never answers', async () => {
    const connection = createConnection({ place: () => new Promise(() => {}), name: freshName(), patience: 20 });
    expect(await connection.use(async () => 1)).toEqual({ ok: false, error: { type: 'silent' } });
  });

  test('that cannot be opened is tried a few times, not for ever', async () => {
    const open = vi.fn(() => {
      const request: { error: unknown; onerror?: (event: unknown) => void } = {
        error: new DOMException('bad', 'UnknownError'),
      };
      setTimeout(() => request.onerror?.({ preventDefault() {} }));
      return request;
    });
    const connection = createConnection({
      place: async () => ({ indexedDB: { open } as unknown as IDBFactory }),
      name: freshName(),
    });
    expect(await connection.use(async () => 1)).toEqual({ ok: false, error: { type: 'unreadable' } });
    expect(open.mock.calls.length).toBeLessThanOrEqual(4);
  });

  test('whose database was taken over by a newer version says so and stays closed', async () => {
    const name = freshName();
    const connection = createConnection({ place: async () => globalThis, name, steps: [first] });
    await connection.use((db) => typed(db).get('meta', 'head'));
    const upgraded = must(await open(name, [first, second]));
    expect(await connection.use((db) => typed(db).get('meta', 'head'))).toEqual({
      ok: false,
      error: { type: 'replaced' },
    });
    upgraded.close();
    await deleteDB(name);
  });
});

test.each([
  [new DOMException('', 'QuotaExceededError'), 'full'],
  [new DOMException('Encountered disk full', 'UnknownError'), 'full'],
  [new DOMException('', 'VersionError'), 'newer'],
  [new DOMException('', 'TimeoutError'), 'silent'],
  [new DOMException('', 'SecurityError'), 'denied'],
  [new DOMException('Connection to Indexed Database server lost', 'UnknownError'), 'lost'],
  [undefined, 'unreadable'],
  [new Error('anything else'), 'unreadable'],
])('the fault behind %s is %s', (error, type) => expect(faultOf(error)).toEqual({ type }));
