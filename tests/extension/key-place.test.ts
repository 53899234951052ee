import { prolong } from '@core/vault/hold-key.ts';
import { parseHeld } from '@core/vault/key-place.ts';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { extensionKeyPlace as place } from '../../extension/platform/key-place.ts';

const held = { generation: 'g', key: 'k'.repeat(43), since: 1, until: 2 };

beforeEach(() => fakeBrowser.reset());

test('a key comes back as it was put away, from the area that is never on the disk', async () => {
  await place.write(held);
  expect(parseHeld(await place.read())).toEqual(held);
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  await prolong(place, 1, 1);
  expect(parseHeld(await place.read())).toEqual({ ...held, since: 1, until: 60_001 });
});

test('A33: nothing is left of it once it was taken away, and a late page brings nothing back', async () => {
  await place.write(held);
  await place.clear();
  expect(await fakeBrowser.storage.session.get()).toEqual({});
  await prolong(place, 1, 1);
  expect(await place.read()).toBeUndefined();
});

test('A33: a page that has read the key already cannot put back what another page takes away', async () => {
  await place.write(held);
  let cleared: Promise<void> | undefined;
  await place.change(() => {
    cleared = place.clear();
    return { ...held, since: 5, until: 6 };
  });
  await cleared;
  expect(await place.read()).toBeUndefined();
});
