import type { LocalDay } from '@core/kernel/local-day.ts';
import { readToday } from '@core/vault/read-today.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { altered, dropTail, type Scene, sceneOf } from '../support/losses.ts';

// Whatever single thing is taken away, altered or put back: it is found. Nothing else is.

const damage = fc.oneof(
  fc.record({
    type: fc.constantFrom('delete' as const, 'alter' as const, 'replay' as const),
    store: fc.constant('rows' as const),
    at: fc.nat(),
    part: fc.nat(),
  }),
  fc.record({
    type: fc.constantFrom('delete' as const, 'alter' as const, 'replay' as const),
    store: fc.constant('chain' as const),
    at: fc.nat(),
    part: fc.nat(),
  }),
  fc.record({ type: fc.constant('tail' as const), at: fc.nat() }),
);

type Damage = typeof damage extends fc.Arbitrary<infer One> ? One : never;

/** Does it; false where it changes nothing, as an older version of a record that was written once. */
async function inflict(scene: Scene, one: Damage, actions: number): Promise<boolean> {
  const { db, earlier } = scene;
  if (one.type === 'tail') {
    await dropTail(scene, one.at % actions);
    return true;
  }
  if (one.store === 'chain') {
    const seq = (one.at % actions) + 1;
    const link = await db.get('chain', seq);
    if (!link) return false;
    if (one.type === 'delete') await db.delete('chain', seq);
    else if (one.type === 'replay') {
      const other = await db.get('chain', ((one.at + 1) % actions) + 1);
      if (!other || actions === 1) return false;
      await db.put('chain', { ...other, seq });
    } else {
      const [id = '', digest = ''] = link.rows[0] ?? [];
      const parts = [
        { action: `${link.action}x` },
        { prev: `${link.prev}x` },
        { hash: `${link.hash}x` },
        { rows: [] },
        { rows: [[id, `${digest}x`] as [string, string]] },
        { rows: [[`${id}x`, digest] as [string, string]] },
        { note: { ...link.note, box: link.note.box.slice(1) } },
      ];
      await db.put('chain', { ...link, ...parts[one.part % parts.length] });
    }
    return true;
  }
  const rows = await db.getAll('rows');
  const row = rows[one.at % rows.length];
  if (!row) return false;
  if (one.type === 'delete') await db.delete('rows', row.id);
  else if (one.type === 'alter') {
    const [first = 0] = row.nonce;
    const nonce = new Uint8Array(row.nonce);
    nonce[0] = first ^ 1;
    const parts = [
      altered(row, one.part),
      { ...row, schema: 2 },
      { ...row, marks: row.marks.slice(1) },
      { ...row, nonce },
    ];
    await db.put('rows', parts[one.part % parts.length] ?? row);
  } else {
    const versions = earlier.filter((old) => old?.id === row.id);
    const old = versions[one.part % versions.length];
    if (!old || versions.at(-1) === old) return false;
    await db.put('rows', old);
  }
  return true;
}

test('any single loss, alteration or return of something old in records or chain is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 8 }),
      damage,
      async (ids, one) => {
        const scene = await sceneOf(ids);
        const changed = await inflict(scene, one, ids.length);
        const reading = await readToday(scene.here, '2026-11-23' as LocalDay);
        const found = await scene.found();
        scene.close();
        expect(found.length > 0).toBe(changed);
        if (one.type === 'tail') expect(reading).toEqual({ type: 'fault', fault: { type: 'missing' } });
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
