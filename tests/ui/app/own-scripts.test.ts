import { ownScript } from '@app/own-scripts.ts';
import { expect, test } from 'vitest';

// A16: the one Trusted Types policy of the product blesses its own workers and nothing else.

const own = URL.createObjectURL(new Blob(['postMessage(1)']));

test.each([
  'https://evil.example/sw.js',
  '//evil.example/kdf-worker.js',
  'data:text/javascript,1//kdf-worker.js',
  'data:/kdf-worker.js',
  own,
  `${own}#/kdf-worker.js`,
  `${own}?/kdf-worker.js`,
  `blob:${location.origin}/kdf-worker.js`,
  `filesystem:${location.origin}/temporary/kdf-worker.js`,
  'javascript:1//kdf-worker.js',
  'file:///kdf-worker.js',
  `http://user@${location.host.replace(/\d+$/, '1')}/sw.js`,
  '/assets/journal.js',
  '/assets/evil.js?/kdf-worker.js',
  '/assets/evil.js#/kdf-worker.js',
  '/kdf-worker.js/evil',
  '/kdf-worker.json',
  'kdf-worker',
  '',
])('it does not bless %s', (address) => {
  expect(() => ownScript(address)).toThrow('This script is none of ours.');
});

test.each(['/sw.js', 'sw.js', '/assets/kdf-worker-B1x_-9.js', './kdf-worker.ts'])('it blesses %s', (address) => {
  expect(String(ownScript(address))).toBe(new URL(address, location.href).href);
});
