import type { LocalDay } from '@core/kernel/local-day.ts';
import { readToday } from '@core/vault/read-today.ts';
import { expect, test } from 'vitest';
import { dropTail, sceneOf } from '../../support/losses.ts';

// A model of a disk that forgets, when the power goes, all that it had not yet put on its plates. No test machine can
// show the real thing; what is shown is that no number of forgotten actions goes unnoticed.

const actions = 6;

test.each([1, 2, 3, 4, 5, 6])(
  'a power loss that takes back the last %i actions is noticed and named',
  async (count) => {
    const scene = await sceneOf(['a', 'b', 'a', 'c', 'b', 'd']);
    await dropTail(scene, actions - count);
    const day = '2026-11-23' as LocalDay;
    expect(await readToday(scene.here, day)).toEqual({
      type: 'fault',
      fault: { type: 'missing' },
    });
    const last = count === actions ? undefined : `2026-11-${9 + actions - count}`;
    expect(await scene.found()).toEqual([['tail', count, last, undefined]]);
    scene.close();
  },
);

test('a power loss that takes the last word of the witness, and nothing of the record, is none', async () => {
  const scene = await sceneOf(['a', 'b', 'a']);
  const link = await scene.db.get('chain', 2);
  if (scene.witness.testimony) scene.witness.testimony = { ...scene.witness.testimony, seq: 2, hash: link?.hash ?? '' };
  expect((await readToday(scene.here, '2026-11-23' as LocalDay)).type).toBe('today');
  expect(await scene.found()).toEqual([]);
  scene.close();
});
