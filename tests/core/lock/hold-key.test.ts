// A22, A33: a key that was taken away stays away, whatever the other pages were doing at that moment.

import { holdKey, prolong } from '@core/vault/hold-key.ts';
import { type KeyPlace, keyInMemory, parseHeld } from '@core/vault/key-place.ts';
import { expect, test } from 'vitest';

const key = new Uint8Array(32).fill(7);
const hold = (place: KeyPlace, now = 0) => holdKey(place, { generation: 'g' }, key, now, 10);

test('the key is held for as many minutes as were said, counted from the last sign of the person', async () => {
  const place = keyInMemory();
  await hold(place);
  expect(parseHeld(await place.read())).toMatchObject({ since: 0, until: 600_000 });
  expect(await prolong(place, 300_000, 10)).toBe(900_000);
  expect(parseHeld(await place.read())).toMatchObject({ generation: 'g', since: 300_000, until: 900_000 });
});

test('a sign of the person that comes too late takes the key away instead', async () => {
  const place = keyInMemory();
  await hold(place);
  expect(await prolong(place, 600_000, 10)).toBeUndefined();
  expect(await place.read()).toBeUndefined();
});

test('nothing is prolonged where no key is', async () => {
  const place = keyInMemory();
  expect(await prolong(place, 0, 10)).toBeUndefined();
  expect(await place.read()).toBeUndefined();
});

test('a page that looked before the lock and writes after it does not bring the key back', async () => {
  const place = keyInMemory();
  await hold(place);
  const late: KeyPlace = {
    ...place,
    async change(next) {
      await place.clear(); // another page locks, just before this one has its turn
      await place.change(next);
    },
  };
  await prolong(late, 1000, 10);
  expect(await place.read()).toBeUndefined();
});
