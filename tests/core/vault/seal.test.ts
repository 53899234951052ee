import { systemRandom } from '@core/kernel/random.ts';
import { rowKey } from '@core/vault/keys.ts';
import { seal, unseal } from '@core/vault/seal.ts';
import { expect, test } from 'vitest';

const key = await rowKey(systemRandom.bytes(32));

test('what is sealed comes back under the same key and bond', async () => {
  const sealed = await seal(key, { text: 'Home by 18:30', ő: ['🎉', null, 1.5] }, 'vault|1|kind', systemRandom);
  expect(await unseal(key, sealed, 'vault|1|kind')).toEqual({ text: 'Home by 18:30', ő: ['🎉', null, 1.5] });
});

test('a box that was moved to another row does not open', async () => {
  const sealed = await seal(key, 'mine', 'vault|1|kind', systemRandom);
  expect(await unseal(key, sealed, 'vault|2|kind')).toBeUndefined();
});

test('a box with any one bit changed does not open', async () => {
  const sealed = await seal(key, 'short', 'bond', systemRandom);
  for (let position = 0; position < sealed.box.byteLength; position++) {
    const box = sealed.box.slice(0);
    const bytes = new Uint8Array(box);
    bytes[position] = (bytes[position] ?? 0) ^ 1;
    expect(await unseal(key, { nonce: sealed.nonce, box }, 'bond')).toBeUndefined();
  }
});

test('another key does not open it', async () => {
  const sealed = await seal(key, 'mine', 'bond', systemRandom);
  expect(await unseal(await rowKey(systemRandom.bytes(32)), sealed, 'bond')).toBeUndefined();
});

test('the length of a box does not tell one answer from another', async () => {
  const kept = await seal(key, { result: 'kept' }, 'bond', systemRandom);
  const changed = await seal(key, { result: 'changedWithNotice' }, 'bond', systemRandom);
  expect(kept.box.byteLength).toBe(changed.box.byteLength);
});

test('two boxes of one text differ, and no nonce comes twice in ten thousand', async () => {
  const nonces = new Set<string>();
  for (let count = 0; count < 10_000; count++) nonces.add((await seal(key, 0, '', systemRandom)).nonce.join());
  expect(nonces.size).toBe(10_000);
});
