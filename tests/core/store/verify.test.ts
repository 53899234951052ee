import type { LocalDay } from '@core/kernel/local-day.ts';
import { examine, goOn } from '@core/store/go-on.ts';
import { openLedger } from '@core/store/ledger.ts';
import { readToday } from '@core/vault/read-today.ts';
import { testify } from '@core/vault/witness.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { altered, dropTail, noPause, type Scene, sceneOf, win } from '../../support/losses.ts';
import { memoryWitness, must } from '../../support/vault-rig.ts';

// Six actions, one a day from 10 to 15 November; `a` is written twice, so that there is an older version of it.
const scene = () => sceneOf(['a', 'b', 'c', 'a', 'd', 'e']);
const on = (date: number) => `2026-11-${date}` as LocalDay;
const none = undefined;

type Damage = (scene: Scene) => Promise<unknown>;
type Found = readonly [string, number, LocalDay | undefined, LocalDay | undefined];

const linkAt = async ({ db }: Scene, seq: number) => {
  const link = await db.get('chain', seq);
  if (!link) throw new Error('there is no such link');
  return link;
};
const rowOf = async ({ db }: Scene, id: string) => {
  const row = await db.get('rows', id);
  if (!row) throw new Error('there is no such row');
  return row;
};

const damages: readonly (readonly [string, Damage, readonly Found[]])[] = [
  ['the newest actions lost, head and rows with them', (s) => dropTail(s, 4), [['tail', 2, on(13), none]]],
  ['all actions lost', (s) => dropTail(s, 0), [['tail', 6, none, none]]],
  [
    'the newest link lost alone',
    ({ db }) => db.delete('chain', 6),
    [
      ['tail', 1, on(14), none],
      ['rowUnlinked', 1, none, none],
    ],
  ],
  [
    'a link between lost',
    ({ db }) => db.delete('chain', 4),
    [
      ['gap', 1, on(12), on(14)],
      ['rowAltered', 1, on(10), on(10)],
    ],
  ],
  [
    'the oldest links lost',
    ({ db }) => db.delete('chain', IDBKeyRange.upperBound(2)),
    [
      ['front', 2, none, on(12)],
      ['rowUnlinked', 1, none, none],
    ],
  ],
  [
    'what a link says changed',
    async (s) => s.db.put('chain', { ...(await linkAt(s, 3)), action: 'another' }),
    [['link', 1, on(12), on(12)]],
  ],
  [
    'the hash of a link changed',
    async (s) => s.db.put('chain', { ...(await linkAt(s, 3)), hash: 'another' }),
    [['link', 1, on(12), on(12)]],
  ],
  [
    'a link of no form at all',
    ({ db }) => db.put('chain', { seq: 3 } as never),
    [
      ['link', 1, none, none],
      ['rowUnlinked', 1, none, none],
    ],
  ],
  ['a record lost', ({ db }) => db.delete('rows', 'c'), [['rowMissing', 1, on(12), on(12)]]],
  ['all records lost', ({ db }) => db.clear('rows'), [['rowMissing', 5, on(11), on(15)]]],
  [
    'a record altered',
    async (s) => s.db.put('rows', altered(await rowOf(s, 'b'))),
    [['rowAltered', 1, on(11), on(11)]],
  ],
  [
    'two records exchanged',
    async (s) => {
      const [b, c] = [await rowOf(s, 'b'), await rowOf(s, 'c')];
      await s.db.put('rows', { ...c, id: 'b' });
      await s.db.put('rows', { ...b, id: 'c' });
    },
    [['rowAltered', 2, on(11), on(12)]],
  ],
  [
    'an older version of a record put back',
    async (s) => s.db.put('rows', s.earlier[1] ?? (await rowOf(s, 'a'))),
    [['rowReplayed', 1, on(13), on(13)]],
  ],
  [
    'a record that nobody linked',
    async (s) => s.db.put('rows', { ...(await rowOf(s, 'b')), id: 'z' }),
    [['rowUnlinked', 1, none, none]],
  ],
  [
    'a record of no form at all',
    ({ db }) => db.put('rows', { id: 'c', marks: [] } as never),
    [['rowAltered', 1, on(12), on(12)]],
  ],
  ['the head put back', async ({ db }) => db.put('meta', { seq: 4, hash: 'old' }, 'head'), [['head', 0, none, none]]],
  ['the head lost', ({ db }) => db.delete('meta', 'head'), [['head', 0, none, none]]],
  [
    'another course than the one the witness saw',
    async ({ witness }) => {
      witness.testimony = { ...must(seen(witness.testimony)), hash: 'another' };
    },
    [['fork', 0, none, none]],
  ],
  [
    'another vault than the one the witness saw',
    async ({ witness }) => {
      witness.testimony = { ...must(seen(witness.testimony)), vault: 'another' };
    },
    [['foreign', 0, none, none]],
  ],
];

const seen = <Value>(value: Value | undefined) =>
  value === undefined ? { ok: false as const, error: 'nothing' } : { ok: true as const, value };

test('nothing is found where nothing is wrong, and nothing is written', async () => {
  const one = await scene();
  expect(await one.found()).toEqual([]);
  expect(await one.db.get('meta', 'loss')).toBeUndefined();
  one.close();
});

describe.each(damages)('%s', (_what, damage, expected) => {
  test('is found, with how much and when', async () => {
    const one = await scene();
    await damage(one);
    expect(await one.found()).toEqual(expected);
    one.close();
  });

  test('is told once: after going on everything works, nothing was written over, and the rest is still watched', async () => {
    const one = await scene();
    await damage(one);
    const before = await Promise.all([one.db.getAll('rows'), one.db.getAll('chain')]);
    const head = must(await goOn(one.here, noPause));
    const after = await Promise.all([one.db.getAll('rows'), one.db.getAll('chain')]);
    expect(after[0]).toEqual(before[0]);
    expect(after[1].slice(0, -1)).toEqual(before[1]);
    expect(after[1].at(-1)?.branch).toBeDefined();
    expect(one.witness.testimony).toMatchObject(head);
    expect(head.seq).toBeGreaterThan(6);

    expect(await one.found()).toEqual([]);
    expect((await readToday(one.here, on(23))).type).not.toBe('fault');
    const ledger = must(await openLedger(one.here));
    expect(must(await ledger.commit([win('new')])).revision).toBe(head.seq + 1);
    expect(await one.found()).toEqual([]);
    await one.db.delete('rows', 'new');
    expect((await one.found()).map(([kind]) => kind)).toEqual(['rowMissing']);
    one.close();
  });
});

describe('a storage that lost its newest actions', () => {
  test('is a loss at the next opening, before anything is looked through', async () => {
    const one = await scene();
    await dropTail(one, 5);
    const reading = await readToday(one.here, on(23));
    expect(reading).toEqual({ type: 'fault', fault: { type: 'missing' } });
    one.close();
  });

  test('takes no new ones, not even from a page that was open', async () => {
    const one = await scene();
    await dropTail(one, 5);
    expect(await one.ledger.commit([win('new')])).toEqual({ ok: false, error: { type: 'missing' } });
    expect(await one.db.count('chain')).toBe(5);
    expect(one.witness.testimony?.seq).toBe(6);
    one.close();
  });

  test('writes down what was expected and what was there', async () => {
    const one = await scene();
    const expected = one.witness.testimony;
    await dropTail(one, 4);
    const found = await linkAt(one, 4);
    must(await goOn(one.here, noPause));
    expect((await linkAt(one, 7)).branch).toEqual({
      expected: { seq: 6, hash: expected?.hash },
      found: { seq: 4, hash: found.hash },
      gaps: [[5, 6]],
      broken: [],
    });
    one.close();
  });

  test('and comes back after that is a loss again: nobody can say which of the two counts', async () => {
    const one = await scene();
    const [links, rows, head] = [
      await one.db.getAll('chain'),
      await one.db.getAll('rows'),
      await one.db.get('meta', 'head'),
    ];
    await dropTail(one, 4);
    must(await goOn(one.here, noPause));
    await Promise.all([one.db.clear('chain'), one.db.clear('rows')]);
    for (const link of links) await one.db.put('chain', link);
    for (const row of rows) await one.db.put('rows', row);
    if (head) await one.db.put('meta', head, 'head');
    expect(await one.found()).toEqual([['tail', 1, on(15), none]]);
    one.close();
  });
});

describe('what a look at everything finds', () => {
  test('marks the records: they can be read, and are not written over', async () => {
    const one = await scene();
    const old = one.earlier[1];
    if (old) await one.db.put('rows', old);
    await one.found();
    expect(must(await one.ledger.get('a'))?.fields['note']).toBe('Small thing 0.');
    expect(await one.ledger.commit([win('a', 'New words.')])).toEqual({ ok: false, error: { type: 'unreadable' } });
    must(await one.ledger.commit([win('f')]));
    must(await goOn(one.here, noPause));
    must(await one.ledger.commit([win('a', 'New words.')]));
    expect(await one.found()).toEqual([]);
    one.close();
  });

  test('is told by every page until it is gone on from', async () => {
    const one = await scene();
    const told = async () => {
      const reading = await readToday(one.here, on(23));
      return reading.type === 'today' && reading.loss;
    };
    expect(await told()).toBe(false);
    await one.db.delete('rows', 'c');
    await one.found();
    expect(await told()).toBe(true);
    must(await goOn(one.here, noPause));
    expect(await told()).toBe(false);
    one.close();
  });

  test('is forgotten when it is back', async () => {
    const one = await scene();
    const row = await rowOf(one, 'c');
    await one.db.delete('rows', 'c');
    expect(await one.found()).toHaveLength(1);
    await one.db.put('rows', row);
    expect(await one.found()).toEqual([]);
    expect(await one.db.get('meta', 'loss')).toBeUndefined();
    one.close();
  });

  test('is not what is written meanwhile', async () => {
    const one = await scene();
    let written = 0;
    const writing = async () => {
      must(await one.ledger.commit([win('a', `Meanwhile ${written}.`), win(`new-${written}`)]));
      written += 1;
    };
    expect(must(await examine(one.here, writing))).toEqual([]);
    expect(written).toBeGreaterThan(0);
    one.close();
  });

  test('is nothing when a witness fell behind, and the witness may know it', async () => {
    const one = await scene();
    const last = one.witness.testimony;
    one.witness.testimony = undefined;
    expect(await one.found()).toEqual([]);
    expect(one.witness.testimony).toEqual(last);
    one.close();
  });
});

describe('the witness', () => {
  const testimony = (seq: number, hash = `h${seq}`) => ({ vault: 'v', seq, hash });
  /** Links that name the one before them, where that one is there. */
  const chain = (seqs: number[]) => async (seq: number) =>
    seqs.includes(seq - 1) ? { prev: `h${seq - 1}` } : undefined;

  test.each([
    ['the next action', [3], 4, 4],
    ['several actions on', [3], 9, 9],
    ['an older action', [3], 2, 3],
    ['a chain that does not have what it saw', [], 9, 3],
  ] as const)('is told of %s', async (_what, there, seq, stays) => {
    const witness = memoryWitness();
    witness.testimony = testimony(3);
    await testify(witness, testimony(seq), chain([...there]));
    expect(witness.testimony).toEqual(testimony(stays));
  });

  test('does not follow another vault', async () => {
    const witness = memoryWitness();
    witness.testimony = testimony(3);
    await testify(witness, { ...testimony(9), vault: 'w' }, chain([3]));
    expect(witness.testimony).toEqual(testimony(3));
  });
});

describe('what the device knew of itself', () => {
  test('may be lost: the records are named all the same, and going on makes it anew', async () => {
    const one = await scene();
    await dropTail(one, 5);
    await one.db.delete('meta', 'state');
    expect(await openLedger(one.here)).toEqual({ ok: false, error: { type: 'unreadable' } });
    expect(await one.found()).toEqual([['tail', 1, on(14), none]]);
    must(await goOn(one.here, noPause));
    const ledger = must(await openLedger(one.here));
    expect(must(await ledger.list('win'))).toHaveLength(4);
    must(await ledger.commit([win('a', 'New words.')]));
    expect(must(await ledger.get('a'))?.fields['note']).toBe('New words.');
    one.close();
  });
});

describe('a storage that gives null for the value of a key', () => {
  afterEach(() => vi.restoreAllMocks());

  /** As Chromium 156 answers for a row or link whose pages in an SQLite file were overwritten. */
  const blank = (id: IDBValidKey) => {
    const real = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, query) {
      const request = real.call(this, query);
      if (query === id) Object.defineProperty(request, 'result', { get: () => null, set: () => {} });
      return request;
    });
  };

  test('is not taken for one that has none: nothing is written over', async () => {
    const one = await scene();
    blank('c');
    expect(await one.ledger.commit([win('c', 'New words.')])).toEqual({ ok: false, error: { type: 'unreadable' } });
    one.close();
  });
});

describe('an index that has lost entries', () => {
  test('is found, although every record is there, and is whole again after going on', async () => {
    const one = await scene();
    const real = IDBIndex.prototype.count;
    const counted = vi.spyOn(IDBIndex.prototype, 'count');
    let entries = 20; // five records of four marks
    counted.mockImplementation(function (this: IDBIndex, ...args) {
      const request = real.apply(this, args);
      Object.defineProperty(request, 'result', { get: () => entries, set: () => {} });
      return request;
    });
    expect(await one.found()).toEqual([]);
    entries = 11;
    expect(await one.found()).toEqual([['index', 0, none, none]]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    must(await goOn(one.here, noPause));
    const again = put.mock.calls.map(([value]) => (value as { id?: string }).id).filter((id) => id !== undefined);
    expect(again.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    entries = 20;
    expect(await one.found()).toEqual([]);
    vi.restoreAllMocks();
    one.close();
  });
});
